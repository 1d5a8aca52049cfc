#include "copy/languages.h"

namespace aftermint::copy {

std::string_view frenchPressing() {
  return R"(
FOLK = jardinier | jardiniers | jardinière | jardinières | propriétaire | propriétaires | parent | parents | maman |
  mamans | papa | papas | amateur | amateurs | amoureux | cultivateurs | client | clients | acheteurs | gens |
  cuisiniers | mère | mères | père | pères
GOOD = vrai | vrais | vraie | vraies | véritable | véritables | bon | bons | bonne | bonnes | avisé | avisés |
  intelligent | intelligents | malin | malins | responsable | responsables | sérieux | prévoyant | prévoyants |
  consciencieux | prudent | prudents
YOUR = votre | vos | ta | ton | tes | ma | mon | mes
YOURS = YOUR ~2 | & | la | le | les
HARM = mourir | meurt | meure | mourra | meurent | souffrir | souffre | souffrira | dépérir | dépérit | faner |
  flétrir | pourrir | geler | gèle | périr | périt | noyer | étouffer | faim | soif | crever | agoniser
LACKING = sans (cela | ça | lui | elle | eux | ceci | ce | cette | &)
NOBODY = personne | aucun FOLK

guilt?: ne (laissez | laisse | laissons) (pas | jamais) ~4 HARM | ne (la | le) (laissez | laisse) pas HARM | ne (faites
  | fais) (pas | jamais) ~1 (souffrir | payer | attendre | subir) | n (abandonnez | abandonne) pas YOURS | ne (laissez
  | laisse) pas ~2 (gel | hiver | froid | sécheresse) ~1 (tuer | gagner | emporter)
guilt?: ne (soyez | sois) pas ~1 (celui | celle | de ceux | de celles | un de | le | la | ce) ~1 (qui | genre) | ne
  (soyez | sois) pas (celui | celle | ceux)
guilt?: <(pour | des | aux | par) GOOD FOLK ~2 (ne | n | jamais | toujours | savent | sait | l | le | la | y | ajoutent
  | prennent | protègent | achètent | choisissent | pensent | prévoient | s) | (en | comme | êtes vous) (un | une)?
  GOOD FOLK | quel genre de ~1 FOLK | FOLK (avisé | avisés | malins | responsables | sérieux | dignes ~3 nom) ~1 (ne |
  n | savent | l | le | la | y | ajoutent | prennent)
guilt?: <(pour | à) (qui | ceux qui | celles qui | celui qui | tous ceux qui | quiconque) ~1 (aime | aiment | tient |
  tiennent | chérit) ~1 (vraiment)? (à)? ~1 (son | sa | ses | leur | leurs | une | les) | si (vous | tu) ~2 (aimez |
  aimes | tenez | tiens) ~1 (vraiment | à votre | à vos | votre | vos | à ta)
guilt?: (pourriez | pourrez | pourras | sauriez) vous ~2 pardonner | vous ~2 le pardonner | vous (le)? (pardonneriez |
  pardonnerez) | <(sans) (le | vous le | tu le)? (regretterez | regretteras | regretter) | (auriez | aurez | aimeriez)
  ~2 (dû | voulu | aimé) ~1 (l | le | la)? ~1 (prendre | avoir | ajouter) | vous vous en (voudrez | voudriez) | vous
  en mordrez
guilt?: <pas (votre | ta) (propre)? faute | (seul | seule)? responsable de sa mort | (ne (dites | dis | venez | viens)
  pas) ~7 (prévenu | prévenus | averti | dit | pleurer | plaindre) | vous (êtes | voilà | étiez) prévenu* | on vous
  (avait | aura) (prévenu | dit) | n avoir qu à vous en prendre | ne (pleurez | venez pas pleurer)
guilt?: (YOUR ~2 | &) ~1 (mérite | méritent) | compte sur (vous | toi) | (YOUR ~2 | &) ~1 (dépend | a besoin | réclame)
  ~1 de (vous | toi) | ne (la | le) (décevez | déçois) pas
guilt?: (YOUR ~2 | &) ne ~1 (passera | survivra | survit | tiendra | résistera | supportera | verra | durera) ~1 (pas |
  jamais | plus) ~1 (sans | l hiver | hiver | le printemps | printemps | été | mois | .) | LACKING ~2 (YOUR ~2 | & |
  la plante | les plantes | elle | il) ~3 (HARM | mourra | meurt | ne ~1 (survivra | passera) | perdu | perdue |
  condamnée)
guilt?: autant ~1 (la | le | les)? (jeter | ne | acheter | brûler | oublier | renoncer) | (qu | que | seulement |
  juste) ~1 (la moitié | à moitié) ~1 (du | de | le | la | travail | fait) | LACKING ~5 (moitié | à moitié | ne sert |
  inutile) | sans ~3 (n est) ~1 (qu | que) ~2 (moitié | demi)
guilt?: (commande | achat | panier | & | jardin | pot | ensemble | coffret) ~1 (n est | n est toujours | n est pas
  encore | n est jamais | ne sera | ne serait) (pas | jamais)? ~1 (complète | complet | terminée | terminé | finie |
  fini) | incompl* | (inutile | inutiles | complet | complète | rien | nue | nu | perdue | seule) sans (lui | elle |
  ce | cette | cela | &) | qu est ce qu ~3 sans | à quoi bon
guilt?: ^ (attendez | attends | stop | halte | un instant | une seconde | une minute | minute | pas si vite | hep |
  encore une chose) (. !(laissez | arrosez) | votre | ta | ton | vous | tu | il (manque | reste) | ne partez | n
  oubliez | avant de (partir | fermer | payer) | encore | &)
guilt?: <(si | quand | lorsque | que) (vous avez | tu as | auriez vous | avez vous | n avez vous pas) ~1 oublié |
  oublié (quelque chose | l essentiel | le plus) | n oubliez (pas | vous pas) ~1 quelque chose | il (vous)? manque ~1
  (quelque chose | une chose | l essentiel | encore) | ^ avant de (partir | nous quitter | fermer | vous en aller)
  !(en | pour | vacances) | avant de ~1 (refuser | dire non)
guilt?: (allez | voulez | êtes | comptez | vas | veux) (vous | tu)? ~1 (vraiment | sérieusement) ~1 (laisser | risquer
  | perdre | renoncer | abandonner | prêt | partir) | (la | le | les) (laisseriez | laisserez | verriez |
  abandonneriez) (vous)? ~1 HARM | (laisseriez | laisserez | risqueriez | risquerez) vous | trop (radin | paresseux |
  avare)
guilt?: (vous | tu) ~1 (tuez | tuerez | tueras | allez tuer | condamnez | sacrifiez | assassinez) | (ceux | celles |
  clients | gens | propriétaires | quiconque | qui) qui ~2 (s en passent | s en passe | refusent | refuse | partent
  sans | renoncent | y renoncent | ne le prennent) | (hochent | hoche | secouent | secoue) la tête | (se moquent |
  rient) de (ceux | vous) | (vous | tu) le (devez | dois) à | (c est)? le moins que vous puissiez | (ce serait | il
  serait | c est) ~1 (cruel | irresponsable | égoïste | impardonnable | dommage | triste | un crime | une honte) ~1
  (de | que | si)
guilt?: (pourquoi | n | ne | à quoi bon) ~1 (risquer | risquez) ~1 (YOURS) | pourquoi risquer | ne prenez pas (le | ce)
  risque | (YOUR ~2 | &) (souffre | agonise | meurt | a (soif | faim | froid)) (déjà | en silence | en ce moment |
  lentement) | (YOUR ~2 | &) (est en train de) (mourir | souffrir) | (pensez | pense | imaginez) ~1 (à)? YOUR pauvre*
  | pauvre (& | plante | petite)
guilt?: argent ~4 (gaspillé | perdu | jeté | par les fenêtres) | (la | le) (retrouver | trouver | retrouverez) (morte |
  mort | gelée | gelé) | vous (perdrez | allez perdre) (YOUR | &) | personne ne veut ~3 (mort* | malade)
guilt?: oui ~1 (je | j) ~1 (tiens à | aime | prends soin | veux (sauver | protéger | garder | que)) | (je veux | je
  souhaite) ~1 (sauver | protéger) (ma | mes | mon | la) | je veux que (ma | mon | mes) ~2 (vive | survive | vivent) |
  (sauver | sauvez | sauve) (ma | mon | mes | votre | ta | la | &)
guilt?: même (vous | toi) | (si | tellement | assez) (simple | facile) ~3 (enfant | débutant | maladroit | novice
  | singe | idiot | même) | (pour les nuls | à l épreuve des maladroits) | (n ont pas | n avez pas | n as pas | sans |
  n a pas | pas) ~1 la main verte | (la)? main noire | pouce noir
guilt?: vous ~1 (avez | n êtes | êtes) ~1 (clairement | manifestement | visiblement | évidemment | de toute
  évidence) | (clairement | visiblement | manifestement) besoin (d aide | de cela | de ce) | (soyons | soyez)
  (honnêtes | honnête | francs | franc | réalistes) | ne nous mentons pas | <(si | quand) vous ~1 (oublierez | allez
  oublier | oublierez encore)
guilt?: (ceux | gens | celles | personnes | qui) ~2 (tuent | tue) ~1 (tout | tous | même | toutes | leurs | les
  plantes) | (tueur | tueuse | tueurs) de plantes | (au cas où | comme | puisque | si) vous (n êtes | ne seriez | n
  étiez | ne sauriez) pas ~3 (expert | experte | doué | jardinier | pro | professionnel) | (vous | tu) ne (savez |
  sais) ~1 (sans doute | probablement | sûrement | certainement)? (pas | même pas)? ~1 (sans doute | probablement)? ~1
  (tailler | arroser | comment | vous | t) | aucune idée de (comment | la) | (sans doute | probablement) pas (tailler
  | arroser | comment)
urgency?: (ne | n) ~1 (reverrez | verrez | retrouverez | aurez | reverra | trouverez) ~1 (plus | jamais | pas) ~1
  (jamais)? ~1 (ce | cette | un tel | prix) | (ce | cette) (prix | offre | remise | promotion) ne (reviendra | revient
  | sera | se) ~1 (pas | plus | jamais | répétera)? | (rien que | seulement | juste | uniquement) ~1 cette (fois |
  seule fois) | pour cette (seule | unique) fois | pas de (seconde | deuxième) chance
urgency?: (réservé | réservée | seulement | uniquement | exclusivement | rien que) ~1 (à | pour | aux) (ceux | celles |
  clients) ~2 (viennent | commander | ont commandé | acheté) | (fermez | quittez | fermer | quitter | fermerez) ~1
  (page | fenêtre | onglet | site) ~3 (disparaît | perdez | perdu | perdrez | expire | envole | s) | (disparaît |
  disparaîtra | perdu | expire | s envole | perdez) ~4 (fermez | quittez | fermer | quitter | fermeture) | (prix |
  offre | remise) ~1 n (attend | attendra) (pas | plus) | (décidez | décide) ~1 (maintenant | vous | vite | tout de
  suite)
urgency?: (camion | livreur | coursier | facteur) ~1 (part | s en va | démarre) (. | maintenant | bientôt | dans | tout
  de suite) | (demain | plus tard | ensuite) ~3 (coûtera | coûte | paierez | sera) ~1 (plus cher | plus | le double |
  plein tarif) | (seulement | uniquement | juste | rien que) pendant que (nous | vous | votre) | (gardons | réservons
  | gardé) ~1 pour vous ~2 (que | jusqu | tant) | avant qu il n y en ait | profitez en avant
urgency?: plus jamais | (hiver | gel) n attend* | dernière fois
urgency?: (nul | personne | qui) (ne)? sait ~1 (quand | si | combien) | (on | nous) ~1 (ne | n) (sait | savons |
  pouvons) ~2 (quand | si | promettre | garantir) | impossible de (dire | savoir) (quand | si) | (quand | une fois que
  | lorsqu | dès que) ~1 n y en (aura | a) plus !(de) | ce sera (fini | tout) (pour | jusqu) | (quand | une fois)
  (ceux ci | ce lot | celles ci) ~3 (parti* | épuisé* | vendu*)
urgency?: (en)? reste (peu | très peu | presque plus | quelques uns | à peine) | (presque | quasiment) plus (. | en
  stock | chez | en rayon) | (dernier | dernière) (lot | arrivage | livraison | récolte | fournée | série) | (les
  derniers | les dernières) (de (l année | la saison | cette | nos)) | (n en avons | n avons | n en reste) ~1 (qu |
  que) ~1 (une poignée | NUM | quelques)
urgency?: (ne restent | ne reste | ne durent | ne dure) jamais longtemps | (nous)? (allons | va | vont) (bientôt)? ~1
  (en)? (manquer | en manquer) . | (n en recevrons | n en aurons | n en referons | n en attendons | ne recevrons) ~1
  (plus | pas) | il n y en aura plus | s arrache* | partent (vite | comme) | (autres magasins | ailleurs) ~4 (rupture
  | épuisé*)
urgency?: (difficile | dur) à trouver | très peu | part vite
social?: <si (vos | tes | les) (voisin* | ami* | collègue* | proches | copains) ~2 (l ont | l a | en ont | déjà | ont
  (tous | déjà) | utilisent | adorent | ne jurent) | tous (vos | tes) (voisin* | ami* | collègue* | proches) | (toute
  la | la moitié de (la | votre)) (rue | ville) ~1 (en | l | a | déjà | utilise | arrose) | (tout le | la moitié du)
  (quartier | village | voisinage | immeuble) ~1 (en | l | a | déjà | utilise)
social?: (tous | toutes) (ceux | celles | les clients) qui ~6 (l | ajouté | pris | prennent | ajoutent | aujourd hui) |
  tout le monde ~1 (l | en a | le prend | la prend | l ajoute | y passe) | (commandé | acheté) avant vous | NOBODY ne
  ~1 (repart | part | sort | quitte | achète | commande | plante | rempote | regrette) ~4 (sans | l)
social?: (rejoignez | rejoins | faites partie) ~2 (# | milliers | centaines | millions) | (# | NUM) (PEOPLE | FOLK)?
  sur (# | NUM) ~3 (aujourd hui | pris | ajouté | déjà | regrett* | revenu* | cette semaine | le prennent | l
  ajoutent) | (plupart | moitié | majorité) ~2 (premiers | premières) ~3 (meurent | meurt | dépérissent | ne
  survivent) | (plupart | moitié | majorité) ~4 meurent ~1 (en | avant | dans | au cours) ~1 (NUM | # | les | mois |
  an | un) | (le seul | la seule) ~1 (du | de la | dans) (quartier | rue | village | voisinage | immeuble) ~5 (sans |
  pas)
social?: (# | NUM) (PEOPLE | FOLK) sur (# | NUM) | plupart ~4 meurent | (gens | clients) comme vous
guilt?: (YOUR ~2 | &) (meurt | mourra | souffre | souffrira | dépérit | gèle) | (tuer | perdre) (votre | ta | ton | &)
  | vous remerciera | LACKING ~4 (pourri* | meur* | sèche*)
unfit: risque* | chance | perd* | manqu* | regrett* | mour* | meur* | mort* | sèch* | séch* | fan* | pourri* | souffr*
  | tu* | déteste* | mauvais* | pire | préfère | préférer | aime* | importe | égal | tant pis | soin* | protég* |
  protection | économi* | remise* | argent | pay* | prix | gratuit* | mieux | meilleur* | qualité | exceptionnel* |
  mérite* | seul* | débrouill* | laiss* (la | le | ma | mon) ~1 | nouvelle plante | remplac* | recommencer | (quand |
  jusqu'à ce | si) (elle | il | ma) | (ne)? (veux | souhaite) (pas)? (de | économ*) | faim | soif | froid | gel | nu*
  | abandon* | néglig* | expert | nature | sort | bête | débutant | sain* | oui | cadeaux | santé | chien | avantage |
  conseils
PEER = voisin* | clients | tous | tout le monde | gens | jardiniers | club | rue | quartier | amis | habitués |
  personne | acheteurs | ceux qui
TOOK = déjà | command* | achet* | ajouté | ajoutent tous | pris | prend* | prennent | demand* | le sien | la sienne |
  les leurs | le leur | sans | jurent | ont dit oui
social?: PEER ~5 TOOK | code postal | presque aucun | (premier | première | seul | seule | dernier | dernière) ~5 à
  (partir | savoir | refuser) | par son nom
urgency?: (camion | carton | colis | chauffeur) ~5 (charg* | ferm* | ouvert* | attend) | (prix | offre) ~5 (autre |
  plus cher | augment* | termin* | finit | ne suit) | (ce soir | cette nuit) ~3 (gel* | gèle) | (montr* | propos* |
  demand*) ~4 une (seule)? fois | (encore | plus) (le temps | temps) | si vous hésitez | saison ~3 (finit | termin* |
  ferme) | (presque | déjà) (janvier | mai | juin | novembre | l'hiver | l'été) | dernier appel | dans (# | dix |
  cinq) minutes (il | elle | c | ce) | (lot | étagère | palette | caisse | plateau) ~5 (vide | moitié | dernier* |
  plus rien) | (ce matin) ~2 (étaient | avait) | retraite | ce qu'il (nous a laissé | reste) | plus rien (avant |
  jusqu'à) | une fois par an | (il | c) est rare | rarement | tout le monde (veut | en veut)
guilt?: confiance | promis | conscience | honte | personne d'autre que vous | n'a que vous | ne peut pas (parler |
  demander | marcher) | laisseriez | rien à (manger | boire) | (mauvais | bon) (propriétaire | jardinier) | (racines |
  plantes) n'oublient | pensez aux | (dommage | cruel) | oui ~2 (plantes | racines) (saines | vivantes) | première
  (nuit | gelée) ~2 (sans | seule) | premier hiver ~2 (sans | seul* | décide) | argent jeté | main verte | entre vos
  mains | déjà perdu (une | un)
guilt?: en dit long sur | souvenez vous que | oui ~3 (heureuse | saine | vive) | si ~2 tourne mal | puisque c'est
  votre première | tout le monde ne (peut | sait) | pardonne (les)? erreurs | à vous de décider si | aucune excuse |
  croisons les doigts
urgency?: jusqu'à ce que cette page | plein tarif | tout de suite | (gel | hiver | saison) n'attend | dernière
  livraison | tout ce que nous avons | les mains vides | petits pains
social?: dans votre rue | (le seul | la seule) ~2 sans | sont repartis avec
guilt?: mauvaise conscience | regrett* | imaginez | n'a pas demandé à | aucun* & ne mérite | c'est comme ~4 sans | si
  vous avez tendance
urgency?: après (ce soir | aujourd'hui) | (fournisseur | potier) ~2 (fermé | arrêté | retraite) | il n'en reste guère
  | décidez (vite | maintenant)
social?: les (plus beaux | meilleurs) jardins | (clients | gens) comme vous
decline: GENUINE? (je n'en ai pas besoin | j'ai ce qu'il me faut) TAIL?
guilt: ne (laissez | laisse) pas (votre | ta | ton) ~2 (mourir | souffrir) | (commande | panier) n'est pas (complète |
  complet) sans | ne vous le pardonneriez
belittling: même (vous | toi) (pouvez | pourriez | peux)
urgency: (reverrez | reverras) (pas | jamais | plus) ce prix | c'est maintenant ou jamais
social: (vos | tes) voisins (en)? ont déjà
)";
}

}  // namespace aftermint::copy
