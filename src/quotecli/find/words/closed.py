"""Small closed classes of words that mentions are read by."""

from __future__ import annotations

from quotecli.core.names import is_numeral

DETERMINERS = frozenset(
    "the a an another one his her their its our my this that these those some many several two three four five other"
    " all both few most every each no any such".split()
)
POSSESSIVES = frozenset("his her their its our my".split())
BEFORE_THE = frozenset("all both some most many half each one two three four of those".split())
BEFORE_MONTHS = frozenset(
    "in of since on by until till last next this from to for every late early mid each before after through during and"
    " between".split()
)
ALONE = {
    "both": "p", "others": "p", "another": "u", "one": "u", "some": "p", "many": "p", "several": "p", "others'": "p",
    "two": "p", "three": "p", "someone": "u", "somebody": "u",
}  # fmt: skip
SHORTENED = {f"{who}'{verb}": who for who in ("i", "he", "she", "they", "we") for verb in ("d", "ll", "ve", "m")}
"""Pronouns with what helps the verb: "she'll say"."""
SHARES = frozenset(("percent", "%"))
SINGULAR = frozenset("a an one another every each this that".split())
PARTICLES = frozenset(
    "te de la del dela delos delas der den van von bin binti binte bint al el da di du dos das le ten ter ibn abu ben"
    " ní nic uí ó".split()
)
PEOPLES = ("ian", "ish", "ese", "ican", "ean", "s")
"""Endings of what the people of a place are called ("Jamaican"), and of plurals, which are no given names."""
LINKS = frozenset(("of", "for", "on", "and", "to", "the", "&", "in"))
BODY_HEADS = frozenset(
    "academy administration agency alliance army assembly association authority bank board bureau campaign center"
    " centre chamber church club coalition college commission committee company conference congress council court"
    " department division embassy federation force forum foundation fund group guard guild house institute institution"
    " journal league library magazine ministry museum network news office orchestra organisation organization party"
    " police post press project school senate service services society state states studio times tribune trust union"
    " university party parliament hospital corporation inc corp ltd llc plc industries airlines airways motors"
    " technologies pharmaceuticals partners holdings associates bbc cnn cbs nbc abc fbi cia nasa nato doj epa fda"
    " dnc rnc gop weekly daily gazette broadcasting directorate inspectorate secretariat observatory consortium"
    " morcha parishad samiti sangh sangathan".split()
)
FAMILY_HEADS = frozenset(
    "church post house bank court guard guild state states force times school news police forum trust journal union"
    " daily".split()
)
"""Heads of bodies' names that are family names as well: "Emily Post" is a person, "Clinton Foundation" is none."""
COMPANY_ENDS = frozenset(
    "aerospace air aviation bancorp biotech brands breweries brewing capital care chemicals communications electric"
    " energy entertainment financial foods freight gas global health healthcare homes hotels insurance international"
    " laboratories labs logistics markets media mobility motor oil petroleum pharma pictures pipeline power railroad"
    " railway railways recordings records resources robotics services shipping software solutions steel stores"
    " systems telecom ventures water".split()
)
"""What ends names of companies, of several words: "Pinnacle Ridge Energy"."""
BANDING = frozenset("against without abroad united".split())
"""What stands in capitals behind those who are banded together: "Doctors Without Borders"."""
FUNCTION = frozenset(
    "while when as if but though although because since after before where whereas what why how so yet then there this"
    " that these those it its they we you his her their my our in at by with from not no also even still once until"
    " unless asked told speaking".split()
)
RECALLING = frozenset("recall recalls recalled remember remembers remembered hear heard overheard".split())
"""Verbs for hearing somebody speak: "he recalls her saying"."""
CLAUSES = frozenset("while when if but although because since whereas".split())
OFFICERS = frozenset("sheriff general attorney mayor governor president prosecutor ombudsman".split())
BEFORE_PLACES = frozenset("police transport sport historic".split())
"""With a place behind them, names of bodies: "Police Scotland", "Sport England"."""
OWNED_BODIES = frozenset("administration campaign family".split())
"""Bodies that are named by whose they are: "the Tarry campaign" is nobody that "Tarry" is short for."""
REALMS = frozenset(
    "administration capital city country county government island kingdom nation province regime republic state town"
    " village".split()
)
"""Nouns for bodies that a place may be meant by; Pretoria is no ministry."""
OURS = frozenset(("my", "our"))
BEHIND = frozenset("about at by for from in of on through to via with".split())
"""Prepositions: the name behind one is no subject."""
PARENTS = frozenset("father mother dad mum mom parent grandfather grandmother".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten 1 2 3 4 5 6 7 8 9 10".split())
"""Of how many children somebody is a parent: "the mother of three"."""
OFFICES = frozenset(
    "minister secretary undersecretary president vice-president governor mayor director head chief chair chairman"
    " chairwoman commissioner ambassador bishop archbishop professor dean duke duchess earl prince princess king queen"
    " speaker leader premier chancellor senator representative general inspector superintendent sheriff curator"
    " commander constable consul envoy lecturer warden provost rector master registrar treasurer controller"
    " comptroller lieutenant-governor councillor councilor deputy director-general secretary-general".split()
)
"""Heads of offices that stand before their holder's name: "Minister of Education Lena Farkas"."""
QUALIFIERS = frozenset(
    "prime foreign home interior finance defense defence justice health education transport transportation trade energy"
    " environment labor labour culture agriculture sports vice deputy general attorney press police fire campaign city"
    " town county state district federal national union executive managing communications security housing treasury"
    " opposition majority minority party school football basketball assistant head chief senior junior shadow"
    " permanent private parliamentary".split()
)
"""What tells one office from another: the foreign minister is not the prime minister."""
THRONES = frozenset("king queen pope pontiff monarch emperor empress sultan emir archbishop bishop cardinal".split())
"""Offices that nobody holds of whom another is told: "the pope" is not the union's spokesman."""
PORTFOLIOS = frozenset(
    "education health defense defence state justice finance transport transportation police staff affairs agriculture"
    " commerce energy labor labour interior exterior culture sport sports science trade works schools communications"
    " operations history mathematics physics law economics treasury housing environment tourism security development"
    " planning communities communication revenue home fisheries forestry mines services industry technology elections"
    " representatives delegates commons lords medicine biology chemistry philosophy engineering music politics".split()
)
"""What offices are of that no table of places holds."""
OWNERS = frozenset("children women men people king queen bishop lloyd sainsbury veteran writer".split())
"""Words that stand with 's inside names of bodies: "Women's Institute"."""
HONOURS = frozenset("qc kc sc obe cbe mbe dbe kbe phd dphil md mp msp mep mla mlc mpp mna td esq".split())
"""What stands behind a name and is no part of it."""
_GENERATIONS = {"junior": "jr", "senior": "sr", "jr": "jr", "sr": "sr"}


def generation_of(word: str) -> str:
    """Return which bearer of the name a word behind it, as printed, tells (`jr`, `sr`, `iii` …), "" for none."""
    bare = word.strip(".,")
    return bare.lower() if is_numeral(bare) else _GENERATIONS.get(bare.lower(), "")


def ends_name(word: str) -> bool:
    """Tell whether a word, as printed, stands behind names and is none of their words: "Jr.", "III", "MP"."""
    return word.strip(".").lower() in HONOURS or generation_of(word) != ""


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december jan feb aug sept oct nov dec christmas easter thanksgiving halloween".split()
)
PASTS = frozenset(
    "took made gave got had saw went came held sent kept left put met ran wrote spoke began became brought bought built"
    " chose drew drove felt fell found fought grew knew laid lost paid rose sat sold spent stood taught thought threw"
    " understood voted woke won wore".split()
)
"""Irregular past forms, which end in no "ed": behind a noun they are its verb."""
OF_PARTIES = frozenset("conservative democratic green labor labour liberal reform republican snp tory".split())
"""What tells an office by its holder's party: the Labour MP is not the Conservative one."""
HELPING = frozenset("is was are were has have had will would can could may might did does".split())
"""Verbs that stand before others, or alone: behind a noun they are its verb."""
STOPS = frozenset(
    "of in on at to for from with by as that who which when where while after before because if than and or but is are"
    " was were be been has have had will would can could may might should do does did not said says told"
    " also then among amid through over between against about under near across around since despite without within"
    " toward towards during upon behind beyond along until out up down off whose what how why".split()
)


_JOINED = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ul-", "ud-", "bin-", "ibn-")
"""Articles that Arabic family names are joined to."""


def is_joined(word: str) -> bool:
    """Tell whether a word is a family name that an article is joined to: "al-Harthi"."""
    at = word.find("-") + 1
    return 0 < at < len(word) and word[at].isupper() and word.startswith(_JOINED)


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, behind an apostrophe or article too ("’Abd", "‘Aziz", "al-Harthi")."""
    first = word[0]
    return first.isupper() or (first in "ʻ‘’'" and len(word) > 1 and word[1].isupper()) or is_joined(word)
