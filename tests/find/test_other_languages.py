"""Other languages: quotations are found by their marks, and nobody is guessed."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.language import language_of
from quotecli.find import find_quotes

FRENCH = (
    "Après des mois de menaces, Claire Vasseur a annoncé mardi sa démission. « Je suis à bout », a-t-elle déclaré"
    " devant le conseil municipal.\n\nLe préfet, Jean-Marc Tillier, a salué « une élue courageuse ». « La République"
    " ne l'oubliera pas », a-t-il ajouté."
)
GERMAN = (
    "Das Gutachten zur Stadthalle hat am Dienstag im Rat für heftigen Streit gesorgt. Der Gutachter Dr. Emil Sauer"
    " erklärte, er habe „nie eine Empfehlung abgegeben“. Auf Nachfrage fügte er hinzu: „Ich rechne. Entscheiden müssen"
    " andere.“"
)
SPANISH = (
    "La alcaldesa de Puerto Hondo, Lucía Ferrán, anunció este martes su renuncia. “No puedo más”, dijo entre"
    " lágrimas.\n\n“Es una vergüenza”, afirmó la diputada opositora Rosa Quintana, quien pidió una investigación."
)


def test_a_french_verb_has_its_subject_behind_a_hyphen(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(FRENCH))
    assert [quotation.speakers for quotation in found if quotation.said_as in ("elle", "il")] == [
        ("Claire Vasseur",),
        ("Jean-Marc Tillier",),
    ]


def test_a_german_noun_is_no_name(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(GERMAN))
    assert len(found) == 2
    assert all(set(quotation.speakers) <= {"Emil Sauer"} for quotation in found)


def test_what_a_reporting_verb_stands_beside_is_speech(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(SPANISH))
    assert [quotation.text for quotation in found] == ["No puedo más", "Es una vergüenza"]
    assert found[0].speakers in ((), ("Lucía Ferrán",))


@pytest.mark.parametrize("text", [FRENCH, GERMAN, SPANISH])
def test_no_word_of_the_language_is_a_name(as_article: ArticleMaker, text: str) -> None:
    names = {name for quotation in find_quotes(as_article(text)) for name in quotation.speakers}
    assert not names & {"La", "Le", "Après", "Auf", "Auf Nachfrage", "Nachfrage", "Gutachten", "Das", "Es"}


ITALIAN = (
    "Torna l'acqua alta in laguna. «Nessuno ci ha avvisati», dice Marta Bellin, titolare di un bar a San Polo.\n\n"
    "Il sindaco, Luca Ferretti, ha spiegato che la previsione era «al limite della soglia». «Rifarei la stessa scelta»,"
    " ha aggiunto."
)
DUTCH = (
    "„Dit is geen vergissing, dit is een gewoonte”, zei Kamerlid Femke Brouwer dinsdag in het debat.\n\n"
    "Minister Joost van Aalst ontkende dat. „Ik heb niets verzwegen”, antwoordde hij."
)
POLISH = (
    "Burmistrz Gdyni zapowiedział we wtorek remont mostu. „Czekaliśmy na to trzydzieści lat”, mówi Anna Zielińska,"
    " która mieszka obok. „Teraz zobaczymy.”"
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (ITALIAN, [("Marta Bellin",), ("Luca Ferretti",), ("Luca Ferretti",)]),
        (DUTCH, [("Femke Brouwer",), ("Joost van Aalst",)]),
    ],
)
def test_verbs_and_pronouns_of_the_language_lead_to_who_speaks(
    as_article: ArticleMaker, text: str, speakers: list[tuple[str, ...]]
) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == speakers


@pytest.mark.parametrize(
    ("text", "code"),
    [(FRENCH, "fr"), (GERMAN, "de"), (SPANISH, "es"), (ITALIAN, "it"), (DUTCH, "nl"), (POLISH, "pl")],
)
def test_the_language_is_told_by_its_small_words(text: str, code: str) -> None:
    assert language_of(text.lower().replace("'", " ").split()).code == code


@pytest.mark.parametrize(
    "text",
    [
        "市長は火曜日に橋の修理を発表した。「三十年待ちました。もう待てません」と鈴木さんは話した。",
        "Belediye başkanı köprünün onarılacağını duyurdu. “Otuz yıl bekledik ve artık yeter” dedi Ayşe Yılmaz.",
        "Кметът на града обяви във вторник ремонта на моста. „Чакахме тридесет години“, отсече Анна Петрова.",
    ],
)
def test_where_no_reporting_word_is_known_nobody_is_surely_the_speaker(as_article: ArticleMaker, text: str) -> None:
    (found,) = find_quotes(as_article(text))
    assert not found.speakers or found.confidence < 0.9


def test_french_nouns_with_their_articles_speak(as_article: ArticleMaker) -> None:
    text = FRENCH + (
        "\n\n« On ferme le pont, on ferme le port, tempête l’élu sans étiquette. Les barques ne sont pas des boîtes. »"
        "\n\nContactée par nos soins, la direction portuaire indique que « la situation sera revue en juin »."
    )
    found = find_quotes(as_article(text))[-3:]
    assert [(quotation.text[:12], quotation.said_as) for quotation in found] == [
        ("On ferme le ", "l’élu"),
        ("Les barques ", "l’élu"),
        ("la situation", "la direction portuaire"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("総理大臣は「断固として反対する」と述べた。", ["断固として反対する"]),
        ("彼は「桜」という店に行った。", []),
        ("“我们坚决反对，”林梅说。", ["我们坚决反对，"]),
        ('"우리는 반대한다"고 이민수 의원이 말했다.', ["우리는 반대한다"]),
        ('"لن نذهب غدا"، قال الوزير كريم ناصر.', ["لن نذهب غدا"]),
        ("«Φεύγουμε αύριο», είπε ο Νίκος Λάμπρος.", ["Φεύγουμε αύριο"]),
        ("Лидия Громова добавила: «Мы устали ждать».", ["Мы устали ждать"]),
        ("Das sagte sie am Montag. „Wir sind müde“, gab Emil Rade zu.", ["Wir sind müde"]),
        ('"Non è giusto", ha detto il ministro Carlo Neri. "Ci vediamo", ha concluso.', ["Non è giusto", "Ci vediamo"]),
        ("Er las am Montag „Die Woche“ und das Buch „Der Turm“ in der Bahn.", []),
    ],
)
def test_marks_alone_tell_speech_in_any_language(as_article: ArticleMaker, text: str, words: list[str]) -> None:
    found = find_quotes(as_article(text))
    assert [quotation.text for quotation in found] == words
    assert all(quotation.confidence < 0.9 for quotation in found if quotation.cue is None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Der Stadtrat von Neustadt tagte am Montag und sprach von einem Unglück, das niemand bemerkt hatte."
                " „Der Schlüssel lag da“, erzählt Hausmeister Ottokar Brenneis."
            ),
            ("Ottokar Brenneis",),
        ),
        (
            (
                "Les habitants étaient près de deux cents mardi dans la salle de la mairie pour entendre le projet."
                " « On ne vend pas une source », a d’emblée lancé Hélène Astruc, qui dirige la commune."
            ),
            ("Hélène Astruc",),
        ),
        (
            "Le groupe Tourvel assure que la nappe se recharge « plus vite ». Max Tourvel est parti de la salle.",
            ("groupe Tourvel",),
        ),
        (
            (
                "El Ayuntamiento de Almenar le comunicó que debía cerrar el horno de leña, el último de la comarca."
                " « El pan, buenísimo », concede la mujer."
            ),
            (),
        ),
    ],
)
def test_trades_bodies_and_small_words_of_other_languages(
    as_article: ArticleMaker, text: str, names: tuple[str, ...]
) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [names]


LIKE_VERBS = {
    "da": "I går var der møde i byen, og borgmester Karen Thybo var til stede. »Det er en skam, og det er ikke i"
    " orden«, disse ord stod på plakaten bag Karen Thybo, og de er ikke til at misforstå.",
    "fr": "Le maire était là, et les élus aussi. « On ne nous écoute plus depuis des années », sa voix tremblait quand"
    " Louise Garnier, la préfète, est entrée dans la salle.",
    "nl": "Het was druk in de zaal van het gemeentehuis. ‘We gaan niet weg uit dit dorp’, dit stond op het bord dat"
    " Karel Mulder voor het raam van de school had gezet.",
    "de": "Der Abend war lang, und die Leute waren müde. „Wann kommt der Bus in das Dorf zurück?“ Fragen von Uta Brand"
    " blieben offen, denn der Minister war nicht da.",
}


@pytest.mark.parametrize("text", LIKE_VERBS.values(), ids=LIKE_VERBS)
def test_what_is_a_reporting_verb_in_another_language_only_tells_nothing(as_article: ArticleMaker, text: str) -> None:
    assert all(quotation.confidence < 0.85 and quotation.cue is None for quotation in find_quotes(as_article(text)))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir haben das nicht gewollt“, sagte Ministerin Ute Wagner der Nordischen Rundschau.", "Ute Wagner"),
        ("« C’est une honte pour la ville », a confié Lucie Marchand au Petit Normand.", "Lucie Marchand"),
        (
            "«È una vergogna», ha raccontato al Corriere del Lago la preside Marta Conti, che vive in paese.",
            "Marta Conti",
        ),
        ("«No sabíamos nada de la obra», dijo ayer al Faro del Sur la vecina Teresa Cano.", "Teresa Cano"),
        (
            "Das ist neu. Am Ende kündigte Holger Sasse an: „Im Herbst rollen die Bagger, das ist sicher.“",
            "Holger Sasse",
        ),
        ("Selon la directrice Anne Roux, la décision est « injuste et tardive » pour les élèves.", "Anne Roux"),
        ("Volgens wethouder Femke Brouwer is de brug ‘veel te duur voor het dorp’ en te laat.", "Femke Brouwer"),
    ],
)
def test_whom_it_is_told_is_not_who_speaks(as_article: ArticleMaker, text: str, speaker: str) -> None:
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == (speaker,)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Stelzer var inte där i går. – Hon har förlorat allt, säger Maria Stelzers advokat till radion.",
        "Maria Stelzer kom ikke i går, og det er ikke så sært. »Hun har mistet alt«, siger Maria Stelzers advokat.",
        "« Elle a tout perdu », a déclaré l’avocat de Maria Stelzer dans la cour du palais.",
    ],
)
def test_whose_lawyer_speaks_does_not_speak(as_article: ArticleMaker, text: str) -> None:
    assert all(quotation.confidence <= 0.6 or not quotation.speakers for quotation in find_quotes(as_article(text)))


def test_an_office_told_of_one_person_means_that_person(as_article: ArticleMaker) -> None:
    text = (
        "La sequía aprieta. «No queda ni para los peces», lamenta Rosario Benavides, alcaldesa de Valdehoz. El"
        " consejero, Íñigo Larrauri, pidió calma. «Nos da pena», dijo la alcaldesa. «Ya llegará», zanjó el consejero."
    )
    found = [quotation.speakers for quotation in find_quotes(as_article(text))]
    benavides, larrauri = ("Rosario Benavides",), ("Íñigo Larrauri",)
    assert found == [benavides, benavides, larrauri]


def test_a_german_family_name_with_an_umlaut_is_a_name(as_article: ArticleMaker) -> None:
    text = (
        "Franziska Hirnböck leitet den Verein im Tal. Für Ministerin Petra Lanz ist das nicht neu. Hirnböck bleibt"
        " skeptisch. „Das heißt bei uns meistens: schon entschieden“, sagte sie."
    )
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ("Franziska Hirnböck",)


@pytest.mark.parametrize(
    "text",
    [
        "– Det er ikke et populært vedtak, medgir ordføreren. – Men pengene strekker ikke til.",
        "– Det är inget roligt beslut, medger Åkerblom. – Men pengarna räcker inte.",
    ],
)
def test_a_nordic_dash_ends_where_the_reporter_speaks(as_article: ArticleMaker, text: str) -> None:
    found = [quotation.text for quotation in find_quotes(as_article(text + "\n\nDet var mange som hadde kommet."))]
    assert [text.rstrip(",") for text in found] == [text[2 : text.index(",")], text[text.rindex("– ") + 2 :]]


def test_a_reflexive_french_verb_stands_inside_the_marks(as_article: ArticleMaker) -> None:
    text = "La réunion a été longue. « Trois niveaux dans une classe, s’agace-t-elle, ce n’est plus une école. »"
    found = [quotation.text for quotation in find_quotes(as_article(text))]
    assert found == ["Trois niveaux dans une classe", "ce n’est plus une école."]


@pytest.mark.parametrize(
    "text",
    [
        "Ifølge Hvidberg er det uretfærdigt, og han henviser til rapporten »Fremtidens skole«, siger han.",
        "El exjugador Néstor Bazán habló en el programa “Hora de fútbol” y dijo que no.",
        "Die Autorin Gesa Thoma schrieb den Roman „Stilles Wasser“, sagte sie am Montag.",
    ],
)
def test_a_title_behind_the_noun_for_a_work_is_no_speech(as_article: ArticleMaker, text: str) -> None:
    assert not find_quotes(as_article(text))


def test_an_apposition_to_who_speaks_is_no_speech(as_article: ArticleMaker) -> None:
    text = (
        "La piscine est vide. « On nous a prévenus par une affiche, raconte Jeanne Lescoublet, 67 ans, adhérente du"
        " club depuis toujours. Une affiche avec une faute. »"
    )
    found = [(quotation.text, quotation.speakers) for quotation in find_quotes(as_article(text))]
    jeanne = ("Jeanne Lescoublet",)
    assert found == [("On nous a prévenus par une affiche", jeanne), ("Une affiche avec une faute.", jeanne)]


def test_what_somebody_is_in_german_is_no_part_of_the_name(as_article: ArticleMaker) -> None:
    text = "Der Rat tagte lange, und das war nicht alles. „Wir haben bezahlt“, sagte Ratsfrau Annegret Tiedemann."
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ("Annegret Tiedemann",)


@pytest.mark.parametrize(
    "text",
    [
        "Jörn Drews leitet das Amt im Kreis. „Meine Schafe stehen im Wasser“, klagt ein Landwirt auf dem Deich.",
        "Mireille Castaing est dans la salle. « On n’est pas des œufs ! », lance une voix au fond de la salle.",
    ],
)
def test_somebody_new_is_nobody_who_was_told_of(as_article: ArticleMaker, text: str) -> None:
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Según el Gobierno regional, la situación es «delicada, pero no crítica» en toda la sierra.",
            "Gobierno regional",
        ),
        (
            "Selon la Confédération des pêcheurs, la décision est « brutale et injuste » pour le port et la ville.",
            "Confédération des pêcheurs",
        ),
    ],
)
def test_a_body_is_named_in_full(as_article: ArticleMaker, text: str, body: str) -> None:
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == (body,)


def test_a_document_of_another_language_is_no_person(as_article: ArticleMaker) -> None:
    text = (
        "El alcalde, Abel Quintanilla, recibió el estudio en junio. En sus conclusiones, el documento habla de humos"
        " «superiores a lo recomendable para la salud», pero la muestra se tomó un solo día."
    )
    assert all(quotation.speakers == () for quotation in find_quotes(as_article(text)))
