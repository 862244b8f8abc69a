"""What people write for offices and posts, and records do not: abbreviations, and other words for them."""

from collections.abc import Iterator, Sequence

from partnerships.kept_in_process import remembered

from . import words

#: What is typed, one after the other, and what a record says for it, in English and in French; folded. So too for what
#: an area of cooperation or a State is called elsewhere.
_SAID_FOR = """
pm, premier = prime minister / premier ministre
fm, forminister, foreign secretary = foreign minister / ministre affaires etrangeres
ae, mae, mfa = foreign affairs / affaires etrangeres / foreign minister
mod, defmin, mindef, defence secretary, defense secretary = defence minister / ministre defense
sg, secgen, sec gen = secretary general / secretaire general
dsg, depsecgen, deputy secgen = deputy secretary general / secretaire general delegue
sga, sgd, secretaire general adjoint = deputy secretary general / secretaire general delegue
amb = ambassador / ambassadeur
hom, cdm, permrep, perm rep, permanent rep, permanent representative, representant permanent,
    representante permanente = head mission / chef mission
representation, delegation, permanent representation, representation permanente = mission
envoy, envoye = ambassador / ambassadeur / head mission / chef mission
member, members, membre, membres = membership / participation
phone = telephone
chief, leader, boss = head / secretary general
patron = chef / secretaire general
agreed, concluded, convenu, convenus, convenue, convenues, conclu, conclus, conclue, conclues =
    agreement / accord / areas agreed / domaines convenus
decided, decides, decide, decidee, decidees = decision
arms control, disarmament, wmd, mass destruction, desarmement, maitrise armements, adm, destruction massive =
    non proliferation / arms control / maitrise armements
hacking, hacker, hackers, hacked, cyberattack, cyberattacks, cyber attack, cyber attacks, cyberwar, cyber warfare,
    piratage, piratage informatique, cyberattaque, cyberattaques, cyberguerre = cyber defence / cyberdefense
ip4, ap4, indo pacific, indo pacifique = asia pacific / asie pacifique
首相, 総理 = prime minister / 総理大臣
外相 = foreign minister
防衛相 = defence minister
大使 = ambassador
大使 使館 = embassy / ambassade
1325 = women peace security / femmes paix securite
1st = first
2nd = second
1er, 1ere = premier / premiere
commune, communs, communes = conjointe / conjoint / joint
moldavia, moldavian, moldavians = moldova
holland = netherlands
hollande = pays bas
neo zelandais, neo zelandaise, neo zelandaises = nouvelle zelande
belgo = belgium / belgique
nippo, nippone, nippones = japan / japon
hq = headquarters / quartier general / siege
"""
#: From the third on, in English and in French: “14th”, « 14e ».
_ORDINALS = """
3=third/troisieme 4=fourth/quatrieme 5=fifth/cinquieme 6=sixth/sixieme 7=seventh/septieme 8=eighth/huitieme
9=ninth/neuvieme 10=tenth/dixieme 11=eleventh/onzieme 12=twelfth/douzieme 13=thirteenth/treizieme
14=fourteenth/quatorzieme 15=fifteenth/quinzieme 16=sixteenth/seizieme 17=seventeenth 18=eighteenth 19=nineteenth
20=twentieth/vingtieme
"""
_ENDINGS = ("rd", "th", "e", "eme", "es", "emes")
#: So many words that follow one another are looked at.
LONGEST_RUN = 3


def said_for(typed: Sequence[str]) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each word of `typed` that stands for others, by itself or with its neighbours, with the ways to say it.

    Each way is one word or several, which a record must have together.
    """
    known = _said_for()
    for run in words.runs(typed, LONGEST_RUN):
        if run in known:
            yield from ((word, known[run]) for word in run)


@remembered()
def _said_for() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found = {}
    for line in _SAID_FOR.replace(",\n", ",").replace("=\n", "=").strip().splitlines():
        left, _equals, right = line.partition("=")
        said = tuple(tuple(way.split()) for way in right.split("/"))
        found.update({tuple(each.split()): said for each in left.split(",")})
    for one in _ORDINALS.split():
        number, _equals, names = one.partition("=")
        said = tuple((name,) for name in names.split("/"))
        found |= {(f"{number}{ending}",): said for ending in _ENDINGS}
    return found
