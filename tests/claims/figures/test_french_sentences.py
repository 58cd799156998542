"""Sentences as they come, in French: every figure of each, in order, and nothing else. The facts are made up.

A sentence is followed by its figures: kind, value (bounds with ".." where it has none), unit, and the qualifier where
it is not exact. A country in brackets is the one that the text names.
"""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from tests.claims.figures.sentences import dates, parsed, told

SENTENCES = r"""
[BJ] Le budget passe de 3,2 à 4,5 milliards de FCFA.
    = money 3200000000 XOF | money 4500000000 XOF
La page compte 2 millions 300 mille abonnés.
    = count 2300000 followers
1 million et demi de vues en une semaine
    = count 1500000 views
3 cent mille personnes ont signé
    = count 300000 people
une douzaine de sites bloqués, des dizaines de blessés, quelques centaines de manifestants, plusieurs milliers
de comptes
    = count 12 sites (about) | count 20.. wounded (vague) | count 200.. protesters (vague) |
    = count 2000.. accounts (vague)
deux tiers des électeurs, trois quarts des foyers, un vingt-cinquième des voix, la moitié des habitants, un
Français sur cinq, une personne sur trois, 7 ménages sur 10
    = ratio 0.6667 | ratio 0.75 | ratio 0.04 | ratio 0.5 | ratio 0.2 | ratio 0.3333 | ratio 0.7
18 % ; 18 pour cent ; 18pc ; dix pour cent ; en hausse de 5 points ; 2,5 points de pourcentage
    = percent 18 % | percent 18 % | percent 18 % | percent 10 % | count 5 points | count 2.5 points
Il est 22ᵉ, puis 22e, 18 e, 1er, troisième, vingt-deuxième du classement
    = rank 22 | rank 22 | rank 18 | rank 1 | rank 3 | rank 22
[IN] 45 150 000,50 euros, 12,34,567 roupies, 1'234'567 francs suisses, 1.234.567 euros
    = money 45150000.5 EUR | money 1234567 INR | money 1234567 CHF | money 1234567 EUR
plus d’un milliers de comptes, environ 45O 000 abonnés
    = count 1000 accounts (at least) | count 445000..455000 followers (about)
des mil-\nlions de dollars ; soi\u00adxante-dix villes ; 12\u200b 000 comptes
    = money 1000000.. USD (vague) | count 70 cities | count 12000 accounts
La vidéo a réuni près de 450\n000 spectateurs en ligne.
    = count 450000 spectateurs (about)
450 000¹² abonnés et 450 000[3] vues
    = count 450000 followers | count 450000 views
[IN] 12 M€, 3 Md€, 45 k€, 12 Mds FCFA, 250 K vues, 12 M de vues, $3.5bn, 5 crore roupies, 2 lakh personnes
    = money 12000000 EUR | money 3000000000 EUR | money 45000 EUR | money 12000000000 | count 250000 views |
    = count 12000000 views | money 3500000000 USD | money 50000000 INR | count 200000 people
投资6.5万元，四百五十万元
    = money 65000 CNY | money 4500000 CNY
500 тыс. руб., 3 млн подписчиков, 2 млрд рублей
    = money 500000 RUB | count 3000000 подписчиков | money 2000000000 RUB
entre 10 et 33 millions de vues, de 10 à 15 %, 10-15 millions d'euros, une à deux semaines, deux ou trois jours,
20 ou 30 morts
    = count 10000000..33000000 views (range) | percent 10..15 % (range) | money 10000000..15000000 EUR (range)
    = | duration 1..2 week (range) | duration 2..3 day (range) | count 20..30 deaths (range)
au minimum 12 morts, jusqu'à 40 %, moins de 3 jours, au moins six villes, près de 100, quelque 300 personnes,
une fourchette de 10 à 20 millions
    = count 12 deaths (at least) | percent 40 % (at most) | duration 3 day (at most) |
    = count 6 cities (at least) | count 100 cities (about) | count 300 people (about) |
    = count 10000000..20000000 people (range)
12 % (± 2 points), 50 ± 3 %
    = percent 10..14 % (range) | percent 47..53 % (range)
Le compte a 450 000 abonnés sur Facebook, 12 000 sur Instagram et 350 sur X. Le parti en a 70 793 et son rival,
21 892.
    = count 450000 followers | count 12000 followers | count 350 followers | count 70793 followers |
    = count 21892 followers
[MA] Le montant est de 500 dirhams et 50 centimes ; 100 millions de centimes ; 20 dh
    = money 500.5 MAD | money 100000000 centime | money 20 MAD
[SN] 2 000 FCFA par mois, 650 000 francs CFA, 3 millions de nairas, 45 000 tenges, 1 000 ₸, 12 millions de
cedis, 3 000 shillings kényans, 15 dollars canadiens, 200 $US, C$15, US$ 3 millions, 12 MDH, 500 birrs, 30 rands
    = money 2000 XOF | money 650000 XOF | money 3000000 NGN | money 45000 KZT | money 1000 KZT |
    = money 12000000 GHS | money 3000 KES | money 15 CAD | money 200 USD | money 15 CAD | money 3000000 USD |
    = money 12000000 | money 500 ETB | money 30 ZAR
consulté 12 millions de fois par jour, 300 appels par heure, dix fois plus, trois fois
    = count 12000000 views/day | count 300 calls/hour | ratio 10 times | count 3 times
âgé de 18 ans, une jeune femme de vingt-cinq ans
    = duration 18 year | duration 25 year
multiplié par deux, divisé par trois, multipliée par plus de cinq
    = ratio 2 times | ratio 3 times | ratio 5 times (at least)
En 2019, 12 villes; depuis 2015, 3 réseaux ; 2 000 personnes
    = count 12 cities | count 3 networks | count 2000 people
250 à 300 personnes, 1 500 à 2 000 manifestants selon la police
    = count 250..300 people (range) | count 1500..2000 protesters (range)
zéro publicité, aucun mort, 0 article
    = count 0 ads | count 0 articles
cinq cent trente-cinq mille deux cents euros ; un virgule quatre million d'euros ; mille deux cents soldats
    = money 535200 EUR | money 1400000 EUR | count 1200 soldats
quatre-vingt-dix-neuf pour cent ; nonante-neuf pour cent
    = percent 99 % | percent 99 %
les deux tiers, le tiers, du tiers, un tiers des Kényans
    = ratio 0.6667 | ratio 0.3333 | ratio 0.3333 | ratio 0.3333
½ litre, 3/4 des votants, 2 1/2 fois
    = ratio 0.5 | ratio 0.75 | ratio 2.5
1 , 56 milliard de dollars, 1, 1 million, 2. 5 millions
    = money 1560000000 USD | money 1100000 USD | money 2500000 USD
242.000 abonnés, 1.5 million de vues
    = count 242000 followers | count 1500000 views
[SN] Il a perdu 3 000 000 F et gagné 20.000 F CFA.
    = money 3000000 XOF | money 20000 XOF
¥3000, 300 kr, 50 couronnes suédoises, 12 livres égyptiennes
    = money 3000 | money 300 | money 50 SEK | money 12 EGP
cinquante-et-un députés sur 101 ont voté
    = count 51 députés | count 101 députés
200 ou plus, 30 000 personnes au moins, 12 % environ
    = count 200 (at least) | count 30000 people (at least) | percent 12 % (about)
plus d'un tiers, moins de la moitié, près de neuf personnes sur dix
    = ratio 0.3333..0.5 (range) | ratio 0.9 (about)
« 12 000 » abonnés, 12 000 « amis »
    = count 12000 followers | count 12000 friends
Les pertes s'élèvent à plusieurs millions de dollars, voire des centaines de millions.
    = money 1000000.. USD (vague) | money 100000000.. USD (vague)
une amende de cent cinquante mille euros (150 000 €)
    = money 150000 EUR | money 150000 EUR
+12 %, -3,5 %, −4 points
    = percent 12 % | percent -3.5 % | count -4 points
Taux : 12,345 %. Total 1,560 heures.
    = percent 12.345 % | duration 1.5595..1560.5 h
un coût de 300 à 400 dollars par mois
    = money 300..400 USD (range)
Dakar, le 3 février 2024 – Le Sénégal a suspendu l'Internet mobile pendant 92 heures, soit près de quatre jours,
privant 10,2 millions d'abonnés de connexion. Selon l'ARTP, le pays compte 18,3 millions de lignes pour 17,8
millions d'habitants, un taux de pénétration de 112,7 %.
    = duration 92 h | duration 4 day (about) | count 10200000 followers | count 18300000 lignes |
    = count 17800000 people | percent 112.7 %
Meta a supprimé 1 128 comptes, 89 pages et 12 groupes suivis par 2,3 millions de personnes ; environ 60 000
dollars avaient été dépensés en publicités, payées pour la plupart en dollars et en euros.
    = count 1128 accounts | count 89 pages | count 12 groups | count 2300000 people | money 60000 USD (about)
Le rapport de 128 pages, publié mardi, recense 283 coupures dans 39 pays en 2023, contre 201 dans 40 pays un an
plus tôt, soit une hausse de 41 %.
    = count 128 pages | count 283 outages | count 39 countries | count 201 outages | count 40 countries |
    = percent 41 %
Trois Kényans sur quatre s'informent sur WhatsApp ; à peine un sur dix lit un quotidien.
    = ratio 0.75 | ratio 0.1 (about)
La facture atteindrait 3,02 Md$ au 1er trimestre, dont 1,5 à 2 Md$ pour les seules banques. L'opérateur MTN perd
20 M$ par jour.
    = money 3020000000 USD | money 1500000000..2000000000 USD (range) | money 20000000 USD
Le parti a dépensé 4 521 € en 37 publicités, vues entre 1,2 et 1,4 million de fois ; 62 % des impressions
viennent d'hommes de 18 à 24 ans.
    = money 4521 EUR | count 37 ads | count 1200000..1400000 times (range) | percent 62 % |
    = duration 18..24 year (range)
L'amende, de 75 000 euros, a été ramenée à 50 000 en appel. La CNIL avait reçu 1 215 plaintes, dont 432 fondées.
    = money 75000 EUR | money 50000 EUR | count 1215 complaints | count 432 fondées
Vingt et un candidats, dont deux femmes, se disputent 577 sièges ; le premier tour réunit 48,7 millions
d'électeurs.
    = count 21 candidates | count 2 femmes | count 577 sièges | count 48700000 voters
Sa chaîne (345 k abonnés, 12,4 M de vues) a publié 1 230 vidéos depuis 2016.
    = count 345000 followers | count 12400000 views | count 1230 videos
« Nous étions cinq mille, peut-être six mille », assure-t-il ; la préfecture parle de 1 800 manifestants.
    = count 5000 | count 6000 | count 1800 protesters
Le SMS a été envoyé à quelque trois cent mille numéros, au tarif de 25 centimes l'unité, soit 75 000 dirhams.
    = count 300000 numbers (about) | money 25 centime | money 75000
Depuis 2018, 12 journalistes ont été tués et 45 blessés ; plus de 200 ont fui.
    = count 12 deaths | count 45 wounded | count 200 (at least)
Le débit est tombé de 25 Mbit/s à 0,5 Mbit/s, soit une division par cinquante.
    = count 25 Mbit/s | count 0.5 Mbit/s | ratio 50 times
Le trafic a chuté de 95 % en moins de deux heures, avant de remonter à 40 % de son niveau habituel vers 14h30.
    = percent 95 % | duration 2 h (at most) | percent 40 %
Le Nigeria compte 220 millions d'habitants. Twitter y revendique 40 millions d'utilisateurs, Facebook 33 et
Instagram 9.
    = count 220000000 people | count 40000000 users
Budget 2022 (en millions de FCFA) : communication, 1 250 ; déplacements, 340.
    = money 1250000000 | money 340000000
L'étude, menée auprès de 1 004 personnes, a une marge d'erreur de ± 3,1 points.
    = count 1004 people | count 3.1 points (about)
Au total, 1.234 bureaux de vote sur 1.560 ont été contrôlés.
    = count 1234 bureaux | count 1560 bureaux
Plusieurs centaines de milliers de personnes, peut-être un million, ont défilé.
    = count 200000.. people (vague) | count 1000000 people
Elle a gagné 12 000 abonnés en deux semaines, passant de 88 000 à 100 000.
    = count 12000 followers | duration 2 week | count 88000 followers | count 100000 followers
Article réservé aux abonnés. Il vous reste 85 % de cet article à lire. Offre : 1 € le premier mois puis 9,99
€/mois.
    = percent 85 % | money 1 EUR | money 9.99 EUR
Population : 26 207 977 hab. (2020) ; densité : 21 hab./km² ; PIB : 14,9 Md USD.
    = count 26207977 people | count 21 people/km² | money 14900000000 USD
Le coût passe de quelque 5 à 7 milliards de nairas, soit environ 12 M$.
    = money 5000000000 NGN (about) | money 7000000000 NGN | money 12000000 USD (about)
Sur les 54 pays africains, 22 ont coupé le réseau au moins une fois.
    = count 54 countries | count 22 countries
Le nombre de vues a été multiplié par 12 en un an, et celui des abonnés a doublé.
    = ratio 12 times
"""


@pytest.mark.parametrize(("text", "country", "expected"), parsed(SENTENCES))
def test_every_figure_of_a_sentence_is_read(text, country, expected):
    named = frozenset([country] if country else [])
    found = find_figures(text, Setting("fr", nearby=lambda _: named, everywhere=named), dates(text))
    assert [told(figure) for figure in found] == expected
