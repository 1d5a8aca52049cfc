#include "copy/languages.h"

namespace aftermint::copy {

std::string_view frenchPhrases() {
  return R"(
NO = non
THANKS = merci | merci beaucoup | merci bien | je vous remercie | sans façon
GENUINE = NO THANKS? | THANKS NO | NO THANKS mais NO | merci mais NO THANKS? | THANKS
DET = le | la | l' | les | cette | cet | ce | ces | un | une | des | du | de | d' | l | d
THING = offre | offres | article | articles | produit | produits | option | options | extra | extras | supplément |
  suppléments | complément | compléments | ajout | accessoire | accessoires | mise à niveau | pack | lot | ensemble |
  garantie | extension de garantie | assurance | abonnement | emballage cadeau | recommandation | recommandations |
  suggestion | suggestions | étape | page | proposition | promotion | essai | service
MORE = supplémentaire | supplémentaires | additionnel | additionnels | complémentaire | complémentaires | facultatif |
  facultative
OBJECT = ça | cela | ceci | celui-ci | celle-ci | DET? THING MORE? | l'ajouter | rien
WHOSE = le | la | l | ma | mon | mes | votre | vos | cette | les | au | aux
ORDER = commande | commande actuelle | commande initiale | achat | achats | paiement | panier | caisse | récapitulatif
  | confirmation | boutique | site | étape suivante | accueil | résumé | détails de commande | livraison | règlement |
  compte | reçu | récapitulatif de commande | récapitulatif de la commande | suivi de commande
WHEN = maintenant | pour le moment | pour l'instant | aujourd'hui | cette fois | cette fois-ci | tout de suite |
  actuellement | en ce moment | à présent | dans l'immédiat | pour cette fois | pour cette commande
LATER = plus tard | peut-être plus tard | peut-être | une autre fois | peut-être une autre fois | la prochaine fois |
  à un autre moment | une prochaine fois | peut-être la prochaine fois | ultérieurement | me le rappeler plus tard
WITHOUT = sans | sans OBJECT | sans (ajouter | ajout | prendre | choisir) OBJECT? | sans l'ajouter | sans rien
  (ajouter | changer | modifier) | sans modification | sans changement | telle quelle | tel quel | comme ça | sans
  MORE
GO = continuer | continuez | continue | poursuivre | poursuivez | passer | avancer | aller | retourner | revenir |
  retour | procéder | suivant | accéder
TO = (à | au | aux | vers | avec | sur) WHOSE? ORDER
REFUSE = fermer (la | cette) (fenêtre | page | boîte de dialogue) | passer | ignorer | refuser | décliner | fermer |
  annuler | masquer | rejeter | sauter | écarter | supprimer | retirer | quitter | renoncer à | renoncer | ne pas
  ajouter | ne pas ajouter OBJECT? TO | ne pas prendre | ne pas inclure | ne rien ajouter | ne pas donner suite | ne
  plus afficher | ne plus montrer
DO = terminer | finaliser | voir | consulter | garder | conserver | compléter | conclure | laisser | afficher |
  achever
NOT = pas (WHEN | nécessaire | besoin | utile | intéressé | intéressée | intéressé e | intéressés | pour moi | de
  OBJECT | d'OBJ) | pas intéressé
NOTHING = rien d'autre | rien de plus | c'est tout | ce sera tout | inutile | non nécessaire | aucun intérêt | aucun
  ajout | aucun OBJECT | aucune offre | aucune option | pas d'offre | pas d'extra | pas de THING MORE? | pas intéressé
  | pas intéressée | pas intéressé e | terminé | fermer la fenêtre
SIZE = petit | petite | petits | petites | grand | grande | moyen | moyenne | normal | actuel | actuelle | seul |
  seule | de # (ml | l | litres | kg | g | cm)
GOODS = & | plante | plantes | pot | pots | flacon | flacons | bouteille | sac | sachet | paquet | boîte | kit | lot |
  paire | sécateur | cisailles | ciseaux | bêche | pelle | râteau | binette | gants | tuyau | arrosoir | tuteur |
  tuteurs | liens | terre | terreau | substrat | engrais | graines | bulbes | lampe | humidificateur | housse | voile
  | soucoupe | support | panier | seau | outil | fougère | monstera | orchidée | arbre | couteau | hache | scie |
  planche | huile | lame | pierre | brosse | livre | guide | taille | couleur | format
PICK = (le | la | les | l' | mon | ma | mes | ce | cette | un | une)? SIZE? GOODS SIZE? SIZE? (de (mousse | jardin |
  culture | coton | cuir))? (seulement | seul | seule | uniquement)?
CLAUSE = (seulement | uniquement | juste | rien que) PICK | (garder | conserver | rester sur | rester avec | en rester
  à | continuer avec) PICK | (passer | ignorer | sans | continuer sans) PICK | (envoyer | expédier) WHOSE? ORDER
  (telle quelle | tel quel | ainsi) | (j'en ai | nous en avons | j'ai) (déjà) (un | une | PICK)? | GO TO? WITHOUT? |
  GO WITHOUT TO? | GO WHOSE ORDER WITHOUT? | WITHOUT | REFUSE OBJECT? | REFUSE OBJECT? et GO TO? | (seulement |
  uniquement | juste) WHOSE ORDER | DO WHOSE? ORDER WITHOUT? | laisser (comme ça | tel quel | telle quelle) | (valider
  | confirmer | payer) WHOSE? ORDER WITHOUT | (valider | commander | payer | terminer | finaliser) WITHOUT | ça ira |
  ça ira comme ça | ça suffit | plutôt non | NOT | NOTHING | LATER
TAIL = WHEN | LATER | THANKS | s'il vous plaît
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE mais? GENUINE

NUM = # | un | une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | quelques
UNIT = seconde | secondes | sec | s | minute | minutes | min | mn | heure | heures | h | jour | jours | j
SPAN = # #? UNIT
ITEM = article | articles | pièce | pièces | exemplaire | exemplaires | unité | unités | produit | produits | place |
  places | lot | lots | paires
DEAL = offre | offres | promotion | promotions | promo | solde | soldes | réduction | remise | prix | vente | code |
  bon | affaire
PEOPLE = personnes | personne | clients | clientes | acheteurs | visiteurs | utilisateurs | internautes | autres |
  gens | membres | femmes | hommes
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (se termine | se terminent | expire | expirent | prend fin | prennent fin | s'achève | finit |
  finissent | fini) !(jamais) | (se termine | expire | prend fin | s'achève) ~1 (dans (SPAN | @ | NUM UNIT) | bientôt
  | aujourd'hui | ce soir | demain | à minuit | le #) | fin ~2 (offre | promo | soldes | promotion) dans | ^ fin dans
  | plus que ~1 (SPAN | @ | NUM UNIT | quelques) | il ~1 reste ~3 (SPAN | @ | UNIT)
urgency: dépêch* | hâtez vous | faites vite | ^ vite | (agissez | commandez | profitez | achetez | réservez | décidez
  | foncez) ~2 (vite | maintenant | immédiatement | avant | rapidement | tout de suite | sans attendre | sans tarder |
  dans les) | (n attendez | n attends | ne tardez | ne tarde | n hésitez) (pas | plus) !(à nous | à me) | sans plus
  (attendre | tarder)
urgency: avant ~3 (trop tard | fin | rupture | épuisement | disparaisse | minuit | termine | expire) | avant qu'il ~4
  tard | <(pas | jamais) trop tard !(pour (planter | semer | tailler)) | tant que ~5 (dispo* | stock | stocks | reste)
  | jusqu'à épuisement | dans la limite des stocks | maintenant ou jamais
urgency: <(# | trente) (dernière | dernières | dernier | derniers | unique | seule) (chance | chances | occasion |
  heures | jour | jours | minutes | appel | opportunité) !(de la semaine) | compte à rebours | (durée | temps |
  période | offre | offres) (limitée | limité | limitées) | pour (une)? (durée | période | peu de temps) (limitée)? |
  vente flash | offre (éclair | flash) | ventes flash | prochainement terminé | bientôt (terminé | fini | finie |
  terminée | expirée | épuisé)
urgency: (aujourd'hui | ce soir | ce week-end | cette semaine) (seulement | uniquement) | (seulement | uniquement)
  (aujourd'hui | ce soir | ce week-end | jusqu'à | jusqu'au | pendant SPAN) | valable ~1 (aujourd'hui | ce soir) | le
  temps ~1 (presse | file | passe | compte | s'écoule) | (réservé | réservée | réservés | conservé) ~2 (pendant | pour
  | encore) ~2 (@ | SPAN) | prix ~3 (augmente | augmentent | augmenter)
scarcity: (plus que | il ne reste que | ne reste plus que | il reste | reste | seulement | que) ~1 NUM ~1 (ITEM | en
  stock | disponible | disponibles | restant | restants | restantes | dispo) | plus que # | il n'en reste ~3 | il ne
  reste plus que | NUM (ITEM)? (restant | restants | restante | restantes) | NUM ITEM ~1 en stock | moins de # ~2
  (stock | restants)
scarcity: (dernier | derniers | dernière | dernières) (ITEM | stocks | tailles | disponibles) | (stock | stocks |
  quantité | quantités | disponibilité | places) ~1 (limité | limitée | limités | limitées | faible | faibles | bas |
  réduit | presque épuisé* | restreint*) | (faible | petit) stock | (presque | bientôt | quasi | quasiment) ~1 (épuisé
  | épuisée | épuisés | rupture | parti | vendu) | (part | partent | s'arrache | s'arrachent | se vend | se vendent)
  ~1 (vite | rapidement | comme) | # % ~2 (vendu | vendus | réservé | réservés | écoulé | écoulés) | en voie
  d'épuisement | rupture (imminente | proche) | quelques ITEM (restants | seulement | disponibles)
demand: (forte | haute | très forte | grosse | énorme) demande | très (demandé | demandée | demandés | recherché |
  recherchés | convoité) | demande ~1 (élevée | forte) | (tout le monde | tous) ~1 (veut | achète | le veut |
  s'arrache)
social: NUM ~1 PEOPLE ~4 (regardent | regardé | consultent | consulté | voient | vu | acheté | achètent | commandé |
  ont | ajouté | panier | intéressées | intéressés) | PEOPLE ~2 (regardent | consultent | achètent) ~1 (ce | cet |
  cette | en ce moment) | # (vendus | vendu | achetés | acheté | ventes) | (acheté | commandé | vendu | vendus |
  consulté) ~4 (il y a) ~2 NUM UNIT | (quelqu'un | un client | une cliente) ~6 (acheter | acheté | commander |
  commandé) | vient ~1 (d'acheter | de commander | d'être vendu) | dans ~1 # ~1 (paniers | panier)
guilt: (ne | n') ~2 (ratez | rate | manquez | manque | passez) (pas | rien)? ~2 | ne (la | le | les)? (laissez |
  laisse) pas ~2 (passer | échapper | filer) | (à ne pas | ne rien) (manquer | rater) | (vous | tu) ~1 (regretterez |
  regretteras | regretter) | <(sans | aucun) (regret | regrets) (de | si | plus) | qu'attendez vous | (êtes vous)? ~1
  (vraiment)? sûr* ~1 (de vouloir | de renoncer) | (fou | folle | bête | stupide | idiot | idiots) ~2 (de | qui |
  pour) | il faudrait être (fou | bête) | (les)? (clients | acheteurs | gens | parents) (malins | avisés |
  intelligents | responsables) | (trop (beau | bon) pour) | (ce serait | quel | quelle) ~1 (dommage | bête) | (tout le
  monde | tous les autres) ~1 (a | ont) déjà | passer à côté | votre famille ~2 mérite
opener: (vous | tu) (aimerez | aimeras | pourriez | pourrais | apprécierez) ~2 (aussi | aimer | également | apprécier)
  | (les)? clients ~4 (aussi | également) ~1 (acheté | achètent | vu) | ces? ~2 (pourraient | pourrait) vous (plaire |
  intéresser) | (recommandé | recommandés | sélectionné | nos recommandations) pour vous | (produits | articles)
  (similaires | associés) | ceci pourrait vous
formula: (commande | commander | réservation | achat) avec (une)? obligation de (paiement | payer) | (commande |
  commander) (avec paiement)
pay: payer | payez | paie | régler | réglez
unpaid: (ne pas | sans | rien à | pas | jamais | moins | plus) ~1 (payer | paiement | payez | régler) | (payer |
  payez) ~1 (plus tard | rien | moins)
)";
}

}  // namespace aftermint::copy
