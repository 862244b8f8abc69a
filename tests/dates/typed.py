"""What people type, in both languages, and what is understood."""


def pairs(table: str) -> list[tuple[str, str]]:
    """The lines of a table, each what is typed and what is understood."""
    return [(text, notation) for text, _, notation in (line.rpartition(" = ") for line in table.strip().splitlines())]


MOMENTS = pairs("""
vers mai 2018 = 2018-05~
c. May 2018 = 2018-05~
c.2018 = 2018~
ca 2018 = 2018~
circa May 2018 = 2018-05~
about 2011 = 2011~
environ 2011 = 2011~
2011 environ = 2011~
aux alentours de 2011 = 2011~
vers le 1er juillet 2018 = 2018-07-01~
vers l'été 2017 = 2017-22~
vers les années 1990 = 199X~
about the 1990s = 199X~
1er juillet 2018 = 2018-07-01
1ᵉʳ juillet 2018 = 2018-07-01
1º juillet 2018 = 2018-07-01
by no later than 1 July 2018 = [..2018-07-01]
no sooner than July 2018 = [2018-07..]
previous to 2018 = [..2017]
subsequent to 24 May 2018 = [2018-05-25..]
ultérieurement au 24 mai 2018 = [2018-05-25..]
right after 24 May 2018 = [2018-05-24..2019-05-24]
aussitôt après le 24 mai 2018 = [2018-05-24..2019-05-24]
somewhere between 2016 and 2018 = [2016..2018]
premier juillet 2018 = 2018-07-01
le 24 mai 2018 = 2018-05-24
1 July 2018 = 2018-07-01
July 1, 2018 = 2018-07-01
July 1st, 2018 = 2018-07-01
the 24th of May, 2018 = 2018-05-24
on 24 May 2018 = 2018-05-24
24 MAI 2018 = 2018-05-24
24 déc. 2018 = 2018-12-24
Sept. 2018 = 2018-09
févr. 2018 = 2018-02
fevrier 2018 = 2018-02
aout 2018 = 2018-08
août 2018 = 2018-08
mar 2018 = 2018-03
juillet 2018 = 2018-07
au mois de mai 2018 = 2018-05
en 2011 = 2011
in 2011 = 2011
hiver 2017 = 2017-24
winter 2017 = 2017-24
hiver 2017-2018 = 2017-24
winter 2017–2018 = 2017-24
winter 2017/18 = 2017-24
printemps 2011 = 2011-21
au printemps 2011 = 2011-21
à l’été 2017 = 2017-22
fall 2017 = 2017-23
automne 2017 = 2017-23
années 1990 = 199X
dans les années 1990 = 199X
1990s = 199X
the 1990's = 199X
199X = 199X
199x~ = 199X~
2000s = 200X
24/05/2018 = 2018-05-24
24.05.2018 = 2018-05-24
24-05-2018 = 2018-05-24
5/5/2018 = 2018-05-05
4.5.2018 = 2018-05-04
2018/05/24 = 2018-05-24
05/2018 = 2018-05
2018-05-24 = 2018-05-24
2018–05–24 = 2018-05-24
2018-05-24~ = 2018-05-24~
jeudi 24 mai 2018 = 2018-05-24
jeu. 24 mai 2018 = 2018-05-24
Thursday, May 24, 2018 = 2018-05-24
2018? = 2018?
2018 ? = 2018?
2018 (?) = 2018?
peut-être 2018 = 2018?
possibly 2018 = 2018?
probablement mars 2018 = 2018-03?
2018 (date incertaine) = 2018?
probably about 2018 = 2018%
vers 2018 (date incertaine) = 2018%
before 2011 = [..2010]
avant 2011 = [..2010]
avant mai 2018 = [..2018-04]
before January 2018 = [..2017-12]
before 24 May 2018 = [..2018-05-23]
avant le 1er janvier 2018 = [..2017-12-31]
avant le printemps 2018 = [..2017-24]
before the 1990s = [..198X]
avant le début des années 1990 = [..1989]
avant la fin de 2018 = [..2018]
before the end of May 2018 = [..2018-05]
après 2011 = [2012..]
after 2011 = [2012..]
after 28 February 2018 = [2018-03-01..]
après l’hiver 2017 = [2018-21..]
after the start of 2018 = [2018..]
by 2011 = [..2011]
au plus tard 2011 = [..2011]
au plus tard le 24 mai 2018 = [..2018-05-24]
en 2011 au plus tard = [..2011]
no later than May 2018 = [..2018-05]
in 2010 or earlier = [..2010]
2010 ou avant = [..2010]
d’ici 2030 = [..2030]
by the end of 2018 = [..2018]
au plus tôt 2011 = [2011..]
au plus tôt en 2011 = [2011..]
2011 or later = [2011..]
not before 2011 = [2011..]
pas avant mai 2018 = [2018-05..]
début des années 1990 = [1990..1993]
early 1990s = [1990..1993]
mid-1990s = [1994..1996]
milieu des années 1990 = [1994..1996]
late 1990s = [1997..1999]
fin des années 1990 = [1997..1999]
in the early 1990s = [1990..1993]
au début des années 1990 = [1990..1993]
early 2018 = [2018-01..2018-04]
début 2018 = [2018-01..2018-04]
beginning of 2018 = [2018-01..2018-04]
mid-2018 = [2018-05..2018-08]
mi-2018 = [2018-05..2018-08]
late 2018 = [2018-09..2018-12]
à la fin de 2018 = [2018-09..2018-12]
début mai 2018 = [2018-05-01..2018-05-10]
mi-mai 2018 = [2018-05-11..2018-05-20]
late February 2016 = [2016-02-21..2016-02-29]
entre 1990 et 1993 = [1990..1993]
between 1990 and 1993 = [1990..1993]
entre le 24 et le 28 mai 2018 = [2018-05-24..2018-05-28]
between May and July 2018 = [2018-05..2018-07]
""")

PERIODS = pairs("""
3-5 mars 2016 = 2016-03-03/2016-03-05
3–5 March 2016 = 2016-03-03/2016-03-05
3 — 5 March 2016 = 2016-03-03/2016-03-05
1er-5 mars 2016 = 2016-03-01/2016-03-05
March 3-5, 2016 = 2016-03-03/2016-03-05
March 3 to 5, 2016 = 2016-03-03/2016-03-05
du 29 au 31 octobre 2017 = 2017-10-29/2017-10-31
from 29 to 31 October 2017 = 2017-10-29/2017-10-31
29-31/10/2017 = 2017-10-29/2017-10-31
24/05 - 26/05/2018 = 2018-05-24/2018-05-26
29 October - 2 November 2017 = 2017-10-29/2017-11-02
October 29 – November 2, 2017 = 2017-10-29/2017-11-02
du 29 décembre 2017 au 2 janvier 2018 = 2017-12-29/2018-01-02
du jeudi 3 au samedi 5 mars 2016 = 2016-03-03/2016-03-05
11 et 12 juillet 2018 = 2018-07-11/2018-07-12
11 and 12 July 2018 = 2018-07-11/2018-07-12
mars-mai 2016 = 2016-03/2016-05
d’octobre 2017 à mars 2018 = 2017-10/2018-03
printemps-été 2017 = 2017-21/2017-22
summer 2017-2018 = 2017-22/2018
hiver 2017-2019 = 2017-24/2019
from 2004 to 2009 = 2004/2009
de 2004 à 2009 = 2004/2009
2004-2009 = 2004/2009
2004–2009 = 2004/2009
2018–21 = 2018/2021
from the 1990s until 2004 = 199X/2004
du début des années 1990 à 1995 = [1990..1993]/1995
de début 2018 à fin 2019 = [2018-01..2018-04]/[2019-09..2019-12]
vers 1990 – 1993 = 1990~/1993
vers 3-5 mars 2016 = 2016-03-03~/2016-03-05~
2018-05-24 - 2018-05-26 = 2018-05-24/2018-05-26
2018-05-24 au 2018-05-26 = 2018-05-24/2018-05-26
2004/2009 = 2004/2009
depuis 2018 = 2018/..
since 2018 = 2018/..
depuis le 1er juillet 2018 = 2018-07-01/..
since 1 July 2018 = 2018-07-01/..
since about 2018 = 2018~/..
since before 2011 = [..2010]/..
depuis les années 1990 = 199X/..
2018 - présent = 2018/..
2018 to the present = 2018/..
2018 to date = 2018/..
de 2018 à aujourd’hui = 2018/..
de 2018 à nos jours = 2018/..
2018 - now = 2018/..
2018 - en cours = 2018/..
jusqu'en 2011 = /2011
à partir du 1er juillet 2018 et jusqu’à nouvel ordre = 2018-07-01/..
from 1 July 2018 and until 3 July 2019 = 2018-07-01/2019-07-03
du 1er juillet 2018 inclus au 30 juin 2019 inclus = 2018-07-01/2019-06-30
from 1 July 2018 inclusive to 30 June 2019 inclusive = 2018-07-01/2019-06-30
jusqu’au 24 mai 2018 = /2018-05-24
jusqu’à l’été 2017 = /2017-22
until 2011 = /2011
? - 2011 = /2011
2018 - unknown = 2018/
2018 - inconnu = 2018/
2018 - ? = 2018/
1er juillet 2018, fin non connue = 2018-07-01/
July 1, 2018, end not known = 2018-07-01/
from 2018 = 2018/
à partir du 1er juillet 2018 = 2018-07-01/
dès 2018 = 2018/
2018 onwards = 2018/
jusqu’en 2011, sans commencement = ../2011
start: between 1990 and 1993; end: 2004 = [1990..1993]/2004
début : entre 1990 et 1993 ; toujours en cours = [1990..1993]/..
start: July 1, 2018; end: August 2, 2018 = 2018-07-01/2018-08-02
12-14 décembre 2007 (dates incertaines) = 2007-12-12?/2007-12-14?
29–30 June 2022 (dates uncertain) = 2022-06-29?/2022-06-30?
2018–2021 at least = [..2018]/[2021..]
septembre 2019 – août 2022, au moins = [..2019-09]/[2022-08..]
25 June 2010 at least = [..2010-06-25]/[2010-06-25..]
since some day between 1990 and 1993 = [1990..1993]/..
depuis une date comprise entre 1990 et 1993 = [1990..1993]/..
dates inconnues = /
unknown = /
""")

REFUSED = [
    ("#N/A", "leave this empty"),
    ("#VALEUR!", "leave this empty"),
    ("#NAME?", "leave this empty"),
    ("na", "leave this empty"),
    ("19??", "no more than the century"),
    ("19--", "no more than the century"),
    ("19XX", "no more than the century"),
    ("18..?", "no more than the century"),
    ("199-", "some year of a decade"),
    ("199?", "some year of a decade"),
    ("av. 2018", "in full"),
    ("ap. 2018", "in full"),
    ("aft 24 May 2018", "in full"),
    ("", "is expected"),
    ("   ", "is expected"),
    ("\u200b", "is expected"),
    ("at the time", "was not understood"),
    ("yesterday", "depends on the day"),
    ("24 mai 2018 à 10h", "without a time of day"),
    ("les 3 et 5 mars 2016", "several dates"),
    ("2018 –", "leaves one end open"),
    ("2016 or 2019", "not neighbours.*Write the span"),
    ("4/5/2018", "can be two days"),
    ("01/07/2018", "can be two days"),
    ("1-7-2018", "can be two days"),
    ("1/7/18", "four digits"),
    ("the 1900s", "ten years or a hundred"),
    ("from", "was not understood"),
    ("entre 1990", "was not understood"),
    ("05/24/2018", "no month 24.*day first"),
    ("30 février 2017", "no day 30"),
    ("31/06/2018", "no day 31"),
    ("29 February 2017", "28 days"),
    ("2017-02-30", "no day 30"),
    ("2018-13", "no month 13"),
    ("2018-13", "no month 13"),
    ("24 May", "year is missing in “24 May”"),
    ("depuis mai", "year is missing"),
    ("24/05", "year is missing"),
    ("5", "month is missing"),
    ("24/05/18", "four digits"),
    ("24 mai 18", "four digits"),
    ("années 90", "four digits; “années 90”"),
    ("the 90s", "four digits"),
    ("1995s", "ends in 0"),
    ("2004–09", "a month or two years"),
    ("vendredi 24 mai 2018", "another day of the week"),
    ("Thursday May 2018", "names a day of the week"),
    ("du lundi 3 au samedi 5 mars 2016", "another day of the week"),
    ("de 2009 à 2004", "before it starts"),
    ("29 décembre - 2 janvier 2018", "before it starts"),
    ("entre 1993 et 1990", "wrong way round"),
    ("before about 2011", "plain date"),
    ("between about 1990 and 1993", "plain date"),
    ("early summer 2017", "Early, middle and late"),
    ("before 0001", "0001 to 9999"),
    ("after 9999", "0001 to 9999"),
    ("après le 31 décembre 9999", "0001 to 9999"),
    ("early 0000s (decade)", "0001 to 9999"),
    ("long after 24 May 2018", "sets no limit"),
    ("longtemps après le 24 mai 2018", "sets no limit"),
    ("24 mai ２０１８", "digits 0 to 9"),
    ("24 mai ٢٠١٨", "digits 0 to 9"),
    ("24 mai\0 2018", "no date can hold"),
    ("24 mai 2018 " * 1000, "too long"),
]
