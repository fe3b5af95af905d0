"""Texts in encodings from before Unicode that declare none: told by the letters of their languages."""

from __future__ import annotations

import pytest

from quotecli.read.encoding import decode

TEXTS = [
    (
        "cp1250 iso8859_2",
        "Kozy są na dachu, powiedział wójt Łukasz Żbik. Łąka już wyschła, śnieg stopniał, źródło też.",
    ),
    ("cp1250", "Kozy už jsou na střeše, řekl včera večer starosta. Žádný déšť, jen vítr; lidé čekají."),
    ("cp1250", "A kecskék a tetőn vannak, mondta a polgármester, és elment az őszi erdőbe, a szűk útra."),
    ("cp1254", "Keçiler çatıda, dedi başkan dün akşam. Güneş doğuyor, ışık çok güçlü; şimdi öğle."),
    ("cp1251 koi8_r cp866", "Козы сидят на крыше ратуши, и никто не знает, что с ними делать, сказал мэр."),
    ("cp1253", "Οι κατσίκες είναι στη στέγη του δημαρχείου, είπε χθες το βράδυ ο δήμαρχος."),
    ("cp1256", "الماعز على سطح مبنى البلدية، قال رئيسها أمس في المساء."),
    ("cp932 euc_jp", "山羊が役場の屋根に上がったと、村長が昨日の夕方に話した。「みんな驚いています」"),
    ("gb18030", "“山羊到屋顶上去了，”村长昨天说。大家都很高兴，可是不知道要怎么办。"),
    ("big5", "「山羊到屋頂上去了，」村長昨天說。大家都很高興，可是不知道要怎麼辦。"),
    ("cp949", "염소가 면사무소 지붕에 올라갔다고 면장이 어제 저녁에 말했습니다."),
    ("cp1252", "Les chèvres sont là, a déclaré la maire. Où êtes-vous allés ? Ça va, naïf, mon cœur."),
    ("cp1252", "Die Ziegen sind überall, sagte der Bürgermeister. Größer als je, äußerst schön, natürlich."),
    ("cp1252", "“We won’t,” said Zoë in the café — naïve, she was; 40 € poorer, and £6, at 3°."),
    ("cp1252", "“We won’t,” she said. “It’s £80 a year.”"),
    ("cp1252", "“It’s 1¼ miles,” he said, “and 30 m³ of it; £5, €6.”"),
]


@pytest.mark.parametrize(("encoding", "text"), [(one, text) for names, text in TEXTS for one in names.split()])
def test_a_text_without_a_declaration(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_letters_of_many_languages_tell_none() -> None:
    text = "Crème brûlée, ¡olé!, Größe, Ærø, señor, smörgåsbord, São João, così."
    assert decode(text.encode("cp1252")) == text
