"""Phrases of the press, of reports and of notices, made up, each with the dates that a careful reader takes from it.

A value is written as it is; a stretch as first/last day; "about" before a date that is loose; "?" where it stays open
between two days; a moment in UTC with Z, "moment" where no zone or hour makes it one.
"""

import pytest

from temoin.claims import sample

PUBLISHED = "2031-06-12"  # a Thursday


def told(text, language):
    found = sample.read(text, language=language, published=PUBLISHED)
    return [written(one) for one in found if one.kind in ("date", "datetime")]


def written(statement):
    if statement.value:
        return f"about {statement.value}" if statement.qualifier == "about" else statement.value
    if statement.kind == "datetime":
        return "moment"
    return f"{statement.low}/{statement.high}" if statement.qualifier == "range" else "?"


FRENCH = [
    ("Le réseau est tombé le 5 janvier 2031.", ["2031-01-05"]),
    ("Le décret est daté du 1 er mars 2030.", ["2030-03-01"]),
    ("Un avis du ler mars 2030, mal numérisé.", ["2030-03-01"]),
    ("Le 1er\u202ffévrier\xa02030, tout s’arrête.", ["2030-02-01"]),
    ("le 12 fevrier 2030, sans accent", ["2030-02-12"]),
    ("publié le 12\ndécembre 2029", ["2029-12-12"]),
    ("LE 8 MAI 2030, EN CAPITALES", ["2030-05-08"]),
    ("créé en déc. 2028, fermé en sept. 2029", ["2028-12", "2029-09"]),
    ("le 3 oct. 2029", ["2029-10-03"]),
    ("Mardi 10 juin, le ministre a parlé.", ["2031-06-10"]),
    ("Le ministre a annoncé mardi une enquête.", ["2031-06-10"]),
    ("Le ministre a annoncé jeudi une enquête.", ["2031-06-12"]),
    ("Le vote aura lieu dimanche.", ["2031-06-15"]),
    ("Le vote, dimanche", ["?"]),
    ("lundi dernier, la place était vide", ["2031-06-09"]),
    ("Ce lundi, la place était vide.", ["2031-06-09"]),
    ("La place sera vide lundi prochain.", ["2031-06-16"]),
    ("Le lundi, la place est vide.", []),
    ("Il l’a dit hier à la radio.", ["2031-06-11"]),
    ("Avant-hier encore, rien.", ["2031-06-10"]),
    ("Il partira après-demain.", ["2031-06-14"]),
    ("La commission a publié aujourd’hui son avis.", ["2031-06-12"]),
    ("Aujourd’hui, tout passe par le réseau.", []),
    ("La semaine dernière, 12 villes étaient coupées.", ["2031-W23"]),
    ("La semaine prochaine, on verra.", ["2031-W25"]),
    ("Le mois dernier, 12 villes étaient coupées.", ["2031-05"]),
    ("L’an dernier, 12 villes étaient coupées.", ["2030"]),
    ("Cette année, 12 villes ont été coupées.", ["2031"]),
    ("Le week-end dernier, rien.", ["2031-06-07/2031-06-08"]),
    ("Il y a trois jours, le réseau tombait.", ["2031-06-09"]),
    ("Il y a deux ans, le réseau tombait.", ["about 2029"]),
    ("Il y a 40 pays membres.", []),
    ("La campagne prend fin dans une semaine.", ["about 2031-06-19"]),
    ("La campagne prend fin dans trois jours.", ["2031-06-15"]),
    ("dans trois villes", []),
    ("Les députés se sont réunis en mars.", ["2031-03"]),
    ("Les députés se réuniront en septembre.", ["2031-09"]),
    ("En septembre, les députés se sont réunis.", ["2030-09"]),
    ("plus de 18 % du trafic en août dernier", ["2030-08"]),
    ("à la mi-mars 2030", ["about 2030-03"]),
    ("à la mi-mars, le réseau est tombé", ["about 2031-03"]),
    ("depuis fin novembre 2029", ["about 2029-11"]),
    ("début 2030", ["about 2030"]),
    ("courant 2030", ["2030"]),
    ("au premier trimestre 2030", ["2030-01-01/2030-03-31"]),
    ("au 3e trimestre de 2030", ["2030-07-01/2030-09-30"]),
    ("chiffres du T4 2030", ["2030-10-01/2030-12-31"]),
    ("au second semestre 2029", ["2029-07-01/2029-12-31"]),
    ("au printemps 2030", ["2030-03-01/2030-06-30"]),
    ("pendant l’hiver 2029-2030", ["2029-12-01/2030-03-31"]),
    ("L’été dernier, le réseau tombait.", ["2030-06-01/2030-09-30"]),
    ("Il a été 12 fois en panne.", []),
    ("dans les années 1990", ["1990-01-01/1999-12-31"]),
    ("dans les années 90", ["1990-01-01/1999-12-31"]),
    ("du 5 au 10 janvier 2031", ["2031-01-05/2031-01-10"]),
    ("du 28 décembre 2030 au 3 janvier 2031", ["2030-12-28/2031-01-03"]),
    ("du 28 décembre au 3 janvier 2031", ["2030-12-28/2031-01-03"]),
    ("dans la nuit du 5 au 6 janvier 2031", ["2031-01-05/2031-01-06"]),
    ("Dans la nuit de lundi à mardi, le réseau est tombé.", ["2031-06-09/2031-06-10"]),
    ("entre mars et mai 2029", ["2029-03-01/2029-05-31"]),
    ("de mars à mai 2029", ["2029-03-01/2029-05-31"]),
    ("en mars, avril et mai 2029", ["2029-03", "2029-04", "2029-05"]),
    ("de 2022 à 2030", ["2022-01-01/2030-12-31"]),
    ("entre 2022 et 2030", ["2022-01-01/2030-12-31"]),
    ("la période 2022-2030", ["2022-01-01/2030-12-31"]),
    ("l’exercice 2029/2030", ["2029-01-01/2030-12-31"]),
    ("entre 2000 et 3000 personnes", []),
    ("Les législatives 2029 ont coûté cher.", ["2029"]),
    ("Le rapport 2030 recense 12 pannes.", ["2030"]),
    ("les Jeux (2028)", ["2028"]),
    ("En 2030, 2000 personnes sont venues.", ["2030"]),
    ("plus de 2000 habitants", []),
    ("un budget de 2030 euros", []),
    ("Le 3 mars 2030 le réseau tombe. Deux jours plus tard, il revient.", ["2030-03-03", "2030-03-05"]),
    ("Le 3 mars 2030 le réseau tombe. Le lendemain, il revient.", ["2030-03-03", "2030-03-04"]),
    ("Le 3 février 2029, il tombe. Le 14 mars, il revient.", ["2029-02-03", "2029-03-14"]),
    ("Né le 3 février 1989, il parle le 14 mars.", ["1989-02-03", "2031-03-14"]),
    ("La loi du 29 juillet 1981 tient. Le 2 juin, on l’invoque.", ["1981-07-29", "2031-06-02"]),
    ("Le 16 mars de cette année, puis le 16 septembre", ["2031-03-16", "2031-09-16"]),
    ("le 16 mars de l’année dernière", ["2030-03-16"]),
    ("le 25/12/2030", ["2030-12-25"]),
    ("le 01/09/2030", ["2030-09-01"]),
    ("le 29/03, rien", ["2031-03-29"]),
    ("du 01/05 au 07/05", ["2031-05-01/2031-05-07"]),
    ("les 3/4 des voix, soit 3/4", []),
    ("05.01.2031 ou 2031-01-05", ["2031-01-05", "2031-01-05"]),
    ("le 30 février 2030", ["?"]),
    ("le 14-Juillet", []),
    ("Le 01/09/2030 à 21h08", ["moment"]),
    ("26 octobre 2030 21:31 Mis à jour : 16 novembre 2030 18:32", ["moment", "moment"]),
    ("le 5 janvier 2031 à 10h30 (UTC)", ["2031-01-05T10:30:00Z"]),
    ("le 5 janvier 2031 à 16 h 30, heure de Paris", ["2031-01-05T15:30:00Z"]),
    ("le 5 juillet 2031 à 16 h 30, heure de Paris", ["2031-07-05T14:30:00Z"]),
    ("le 5 janvier 2031 à 16h30 (GMT+6)", ["2031-01-05T10:30:00Z"]),
    ("le 5 janvier 2031 à midi (GMT)", ["2031-01-05T12:00:00Z"]),
    ("le 5 janvier 2031, de 14h à 16h (UTC)", ["moment"]),
    ("le 5 janvier 2031 peu après minuit (UTC)", ["about 2031-01-05T00:00:00Z"]),
    ("Hier soir, tout était noir.", ["moment"]),
    ("Mercredi soir, tout était noir.", ["moment"]),
    ("Depuis le 3 mars 2030, tout va. Mais le 5 au soir, tout tombe.", ["2030-03-03", "moment"]),
    ("J’en reçois le matin et en début de soirée.", ["moment"]),
    ("Le Soir et Le Matin en parlent.", []),
    ("une coupure de 14h sur 24h, 7j/7 et 24h/24", []),
    ("après 17 heures de coupure", []),
    ("article 5-2, loi n° 2029-345, version 2.0.1, score 3-2", []),
    ("tél. 06 20 19 20 21, BP 2015", []),
    ("Sept candidats et huit mai noms", []),
    ("Depuis mardi, plus rien.", ["2031-06-10"]),
    ("du lundi au vendredi, tous les mardis", []),
    ("la décennie 2020", ["2020-01-01/2029-12-31"]),
    ("le premier mai, puis le 1er juin", ["2031-05-01", "2031-06-01"]),
    ("samedi 7 et dimanche 8 juin 2031", ["2031-06-07", "2031-06-08"]),
    ("loi 2030-12 du 5 janvier 2030", ["2030-01-05"]),
    ("2029年8月, puis 5 января 2030", ["2029-08", "2030-01-05"]),
    ("10 يناير 2030", ["2030-01-10"]),
]
ENGLISH = [
    ("on January 5, 2031", ["2031-01-05"]),
    ("on 5 January 2031", ["2031-01-05"]),
    ("the 5th of January 2031", ["2031-01-05"]),
    ("Jan 5-7, 2031", ["2031-01-05/2031-01-07"]),
    ("5–10 January 2031", ["2031-01-05/2031-01-10"]),
    ("from January 5 to February 10, 2031", ["2031-01-05/2031-02-10"]),
    ("between March and May 2029", ["2029-03-01/2029-05-31"]),
    ("in March, it fell", ["2031-03"]),
    ("last August", ["2030-08"]),
    ("They may march in protest; 5 people may come.", []),
    ("In May 5 people came.", ["2031-05"]),
    ("in early 2030", ["about 2030"]),
    ("in late March 2030", ["about 2030-03"]),
    ("mid-2030", ["about 2030"]),
    ("in the first quarter of 2030", ["2030-01-01/2030-03-31"]),
    ("H2 2030", ["2030-07-01/2030-12-31"]),
    ("the 1990s", ["1990-01-01/1999-12-31"]),
    ("in the summer of 2030", ["2030-06-01/2030-09-30"]),
    ("since 2017", ["2017"]),
    ("It fell yesterday.", ["2031-06-11"]),
    ("The minister said on Tuesday that it fell.", ["2031-06-10"]),
    ("The vote will be held on Sunday.", ["2031-06-15"]),
    ("next Friday", ["2031-06-13"]),
    ("last week", ["2031-W23"]),
    ("last year", ["2030"]),
    ("three days ago", ["2031-06-09"]),
    ("10 years ago", ["about 2021"]),
    ("in two days", ["2031-06-14"]),
    ("On 3 March 2030 it fell; two days later it was back.", ["2030-03-03", "2030-03-05"]),
    ("13/1/2031", ["2031-01-13"]),
    ("9/1/2031", ["?"]),
    ("on 9/1/2031 and 25/12/2030", ["2031-01-09", "2030-12-25"]),
    ("10:30 UTC on 5 January 2031", ["2031-01-05T10:30:00Z"]),
    ("5 January 2031, 4:30 p.m. local time", ["moment"]),
    ("Wed, 05 Jan 2031 10:30:00 +0600", ["2031-01-05T04:30:00Z"]),
    ("2031-01-05T10:30:00+06:00", ["2031-01-05T04:30:00Z"]),
    ("on Wednesday evening", ["moment"]),
    ("during the 2030 elections", ["2030"]),
    ("about 2000 people, 24/7, a 3-2 win, COVID-19", []),
]


@pytest.mark.parametrize(("text", "dates"), FRENCH, ids=[text for text, _ in FRENCH])
def test_a_french_phrase_gives_the_dates_a_careful_reader_takes_from_it(text, dates):
    assert told(text, "fr") == dates


@pytest.mark.parametrize(("text", "dates"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_an_english_phrase_gives_the_dates_a_careful_reader_takes_from_it(text, dates):
    assert told(text, "en") == dates
