#include "copy/languages.h"

namespace aftermint::copy {

std::string_view portuguesePressing() {
  return R"(
FOLK = jardineiro | jardineiros | jardineira | dono | donos | dona | donas | pai | pais | mãe | mães | amante |
  amantes | apaixonado | apaixonados | cultivadores | cliente | clientes | pessoas | gente | cozinheiros
GOOD = verdadeiro | verdadeiros | verdadeira | verdadeiras | bom | bons | boa | boas | esperto | espertos |
  inteligente* | responsáve* | sério | sérios | prudente* | cuidadoso | cuidadosos | sensato* | prevenid*
YOUR = seu | sua | seus | suas | teu | tua | teus | tuas | meu | minha | minhas
YOURS = (a | o | as | os)? YOUR ~1 | & | a | o | ela | ele
HARM = morrer | morra | morre | morrerá | morrem | sofrer | sofra | sofre | murchar | murche | apodrecer | congelar |
  congele | definhar | padecer | perecer | afogar | (de (fome | sede | frio))
LACKING = sem (isto | isso | ele | ela | este | esta | um | uma | &)
NOBODY = ninguém | nenhum FOLK

guilt?: não (deixe | deixes | permita | permitas | deixar) ~1 (que)? ~4 HARM | não a deixe HARM | não (faça | faças) ~1
  (a | o | com que)? ~1 (sofrer | pagar | esperar | YOUR ~2 HARM | & HARM) | não (abandone | abandones | descuide)
  YOURS | não ~2 (deixe | permita) ~1 que ~1 (a | o)? (geada | frio | inverno) ~1 (mate | vença | estrague)
guilt?: não (seja | sejas) ~1 (quem | aquele | aquela | o que | a que | mais um | mais uma | um dos | uma das | dos que
  | desses) | não (seja | sejas) (você | tu)
guilt?: <(para | de | dos | por | com) GOOD FOLK ~1 (nunca | sempre | não | jamais | sabem | sabe | levam | usam |
  protegem | compram | escolhem | pensam | o | a) | FOLK (espertos | inteligentes | responsáveis | sérios | de verdade
  | prudentes) ~1 (nunca | sempre | não | sabem | levam) | (como | sendo) (um | uma | qualquer)? GOOD FOLK | que tipo
  de FOLK
guilt?: <(para | de) (quem | quem quer que | os que | aqueles que) ~1 (ama | gosta | se importa | se preocupa | cuida |
  quer) ~1 (de verdade | realmente)? ~1 (de | com | bem)? ~1 (o | a | as | os | suas | sua | seu | das | do | da) | se
  ~1 (ama | gosta | realmente | de verdade) ~1 (ama | a sua | as suas | da sua | gosta)
guilt?: perdoar (se | te | você) | (perdoaria | perdoará | perdoarias) ~1 | (vai | vais | irá) ~1 (arrepender | se
  arrepender) | (vai | vais) ~1 desejar ~1 (tê | ter) | (desejará | gostaria de) ter | vai querer ter | bem que avis*
guilt?: <(não é) (culpa (sua | tua) | (a)? culpa (será | é) (sua | tua | só sua)) | não (diga | digas | se queixe |
  reclame) ~5 (avisámos | avisamos | avisou | dissemos) | não ~1 (venha | venhas) ~1 (a)? (chorar | reclamar |
  chorando) | está avisad*
guilt?: (YOUR ~2 | &) ~1 (merece | merecem) | conta (consigo | contigo | com você) | depende (de si | de você | de ti)
  | não (a | o) decepcione | (YOUR ~2 | &) precisa de (você | si | ti)
guilt?: (YOUR ~2 | &) não ~1 (chega | chegará | sobrevive | sobreviverá | aguenta | aguentará | passa | passará |
  resiste | resistirá | verá | vai sobreviver | vai chegar | vai aguentar) ~4 (primavera | inverno | verão | semana |
  mês | LACKING | geada) | LACKING ~2 (YOUR ~2 | & | a planta | as plantas | vai | ela) ~2 (HARM | não ~1 (sobrevive |
  chega) | perdida | condenada)
guilt?: (mais | melhor) (vale | valia) ~1 (deitar | jogar | não | atirar | comprar | esquecer) | (é como | tanto faz)
  ~1 (deitar | jogar) | (só | apenas | somente) ~2 (metade | meio | meia) (do | da | de | trabalho | caminho) |
  LACKING ~4 (só | apenas) ~1 (metade | meio | meia) | sem ~4 (só | apenas) ~1 (meia | meio | metade)
guilt?: (pedido | encomenda | compra | carrinho | cesto | & | vaso | jardim | conjunto) ~1 (não | ainda não | nunca)
  (está | fica | estará | ficará) ~1 (completo | completa | terminado | pronto) | incomplet* | (inútil | completo |
  completa | nada | nu | nua | perdido) sem (isto | ele | ela | este | um | uma | &) | o que é (um | uma) _ sem | de
  que (serve | adianta)
guilt?: ^ (espere | espera | alto | calma | um momento | um instante | pare | atenção | ei | só um minuto | não tão
  depressa | mais uma coisa) (. !(regue | deixe) | o seu | seu | a sua | sua | esqueceu | não | falta | há | antes de
  (sair | ir | fechar | pagar) | ainda | &)
guilt?: <(se | quando | caso) (esqueceu | esqueceste) (se)? (de)? ~1 (algo | alguma coisa | uma coisa | o | a | &) |
  (esqueceu | esquecer | esquecendo) (se)? de algo | não ~1 (esqueceu | está a esquecer | está esquecendo) ~1 (se)? ~1
  (algo | nada | alguma) | falta (lhe)? (algo | uma coisa | alguma coisa | o mais) | ^ antes de (sair | ir | ir embora
  | se ir | fechar | partir) !(de | em | para) | antes de (dizer não | recusar)
guilt?: (vai | quer | pretende | vais | queres) ~1 (mesmo | realmente | a sério) ~1 (deixar | arriscar | perder |
  abandonar | desistir | abdicar) | (vai | quer) (deixar | arriscar) mesmo | (deixava | deixaria | deixavas |
  deixarias) (a | o | YOUR | &) ~2 HARM | (a | o) deixaria HARM | (arriscaria | arriscava) | demasiado (avarento |
  preguiçoso) | vale a pena arriscar
guilt?: (vai | vais | irá) (matar | condenar | assassinar) ~1 (a | o | as)? (YOUR | & | mais) | (matará | matarás) |
  (abanam | abana | balançam | sacodem) a cabeça | (riem | rir) se de quem | (quem | clientes que | donos que | os
  que) ~1 (o | a | isto)? (dispensa | dispensam | recusa | recusam | não leva | não levam | ignora | salta | vai sem)
  | (deve | deves) (isso | isto)? (à | ao | a) (sua | seu | tua | teu | &) | (é)? o mínimo que | (seria | é) ~1 (cruel
  | irresponsável | egoísta | imperdoável | um crime | uma crueldade | uma vergonha | triste) (deixar* | deixá la |
  não | se | perder | que)
guilt?: (porquê | por que | por quê | para quê | não) ~1 (arriscar | arrisque | arrisques) ~1 (a | o)? (YOUR | & |
  perder) | (porquê | por que | para quê) arriscar | não (corra | corras) (o | esse | este) risco | (YOUR ~2 | &)
  (já)? (está | estão) ~1 (a | já)? ~1 (sofrer | sofrendo | morrer | morrendo | murchando | pedindo | a pedir) | (YOUR
  ~2 | &) já (sofre | tem (sede | fome | frio)) | (pense | pensa | imagine) ~1 (na | no | em)? YOUR pobre | coitad*
  (da | do) (YOUR | & | planta) | pobre (& | planta | plantinha)
guilt?: dinheiro ~4 (desperdiçado | perdido | deitado | jogado | no lixo) | (jogar | deitar | atirar) ~1 (dinheiro | o
  dinheiro) | (encontrá la | encontrar) ~1 (morta | seca | congelada) | (vai perder | perderá) ~1 (a | o)? (YOUR | &)
  | ninguém quer ~2 (morta* | doente*)
guilt?: sim ~1 (eu)? ~1 (importo | me importo | amo | cuido | quero (salvar | proteger | que)) | (quero | desejo) ~1
  (salvar | que (a minha | o meu | minha | meu) ~2 (viva | sobreviva)) | (salvar | salve | salva) (a | o | as)? ~1
  (minha | meu | sua | seu | tua | &) !(#)
guilt?: (até | mesmo | inclusive) (você | tu | o senhor | a senhora) ~1 (consegue* | pode* | faz* | sabe* | é | .)
  | tão (fácil | simples) ~4 (criança | principiante | iniciante | desajeitado | macaco | idiota | até) | à prova de
  (tolos | desajeitados | burros | idiotas) | (não ~2 | sem) (jeito | mão) para (as)? plantas | (dedo podre | dedos
  negros | mão ruim)
guilt?: (claramente | obviamente | evidentemente | provavelmente | certamente) ~1 (você)? ~1 (precisa | não (sabe
  | é | tem) | vai esquecer) | (está claro | é evidente | nota se) que ~1 (precisa | não) | (sejamos | seja | vamos
  ser) (francos | honestos | sinceros | honesto | realistas) | <(se | quando) (vai | vais) ~1 esquecer (se)? (de)
guilt?: (quem | gente que | pessoas que | os que) ~1 (mata | matam | deixa morrer) ~1 (até | tudo | todas | as |
  os) | (assassino | assassina | matador) de plantas | (caso | já que | visto que | se) ~1 (você)? não (seja | é) ~1
  (propriamente | exatamente | bem)? ~1 (um)? ~1 (perito | especialista | profissional | jardineiro | bom) | não (sabe
  | sabes) ~1 (como)? ~1 (podar | regar | cuidar | se) | não (faz | tem) (ideia | a menor)
urgency?: (não | nunca | jamais) ~1 (mais)? ~1 (voltará | volta | voltarás | vai voltar) a (ver | ter | encontrar |
  haver) | (nunca mais | não) (verá | vai ver | verás | encontrará | terá) ~1 (mais)? ~1 (este | esse | um) (preço |
  tal) | (nunca | jamais) ~1 (verá | vai ver) | (este | esse | o | a | esta) (preço | oferta | desconto) (não | nunca)
  ~1 (volta | voltará | se repete | espera | esperará) | (só | somente | apenas) (por)? (desta | dessa | esta) (vez |
  única vez) | não haverá (outra | segunda) (vez | oportunidade)
urgency?: (só | somente | apenas | exclusivo | reservado) para (quem | clientes que | os que) ~1 (acabou | acabaram |
  acaba | comprou | encomendou | pediu) | (fechar | sair | feche | saia | deixar) ~1 (página | janela | separador |
  site | aba) ~2 (perde | perderá | desaparece | adeus | some | vai perder) | (desaparece | perde | some | acaba |
  termina) ~4 (fechar | sair | feche | deixar) ~1 (página | janela | .) | (decida | decide) (se)? ~1 (já | agora |
  depressa | logo)
urgency?: (camião | caminhão | carrinha | estafeta | entregador) ~1 (está (a sair | saindo | para) | sai | parte) ~1
  (já | agora | . | em) | depressa ~1 (o | a) | (amanhã | depois | mais tarde) ~1 (custa | custará | vai custar | paga
  | pagará) ~1 (mais | o dobro | caro) | (só | apenas | somente) enquanto (embalamos | preparamos | fechamos | estamos
  | está) | (guardamos | reservamos) ~1 (lho | lha | para si | para você) ~1 (só | até | por) | antes (que | de)
  (acabe | acabem | esgot* | desapareça) | (será | é) ~1 tarde (para | .) | antes que a época acabe
urgency?: nunca mais | (inverno | geada) não espera | última vez
urgency?: (ninguém | quem) sabe ~1 (quando | se | quanto*) | não (sabemos | podemos) ~1 (dizer | prometer | garantir)?
  ~1 (quando | (se | que) ~2 (volt* | vir* | chega* | haverá | há | teremos)) | impossível saber | (quando | assim
  que) (acabarem | acabar | acabam | estas | estes) ~2 (não | acab*) ~1 (haverá | há | teremos | vem | vêm | mais) ~1
  (mais | até)? | (último | última) (lote | remessa | colheita | leva | fornada) | (os últimos | as últimas) (do ano |
  da época | que temos | deste)
urgency?: (já)? quase não (há | restam | temos | sobram) !(água) | (restam | sobram | há) ~1 (muito)? pouc* ~1 (e | .
  | em) | (só | apenas | somente) (temos | há | restam) ~1 (uma mão cheia | um punhado | NUM | pouc* | algumas) |
  nunca (ficam | duram) ~1 (muito | tempo) ~1 (tempo)? ~1 (na loja | aqui | connosco | conosco | na prateleira) | (e)?
  voam .
urgency?: (vão | vai) (acabar | esgotar) (se)? (nos)? | vão acabar se nos | (não (vamos | iremos) (receber | ter |
  fazer) | não (receberemos | teremos | chegam | virão)) ~1 mais | (estão | está) (a sair | saindo | a esgotar |
  voando | a voar) ~1 (depressa | rápido | .) | (outras lojas) ~4 (sem | esgot*)
urgency?: difíc* de encontrar | muito pouc* | duram pouco
social?: <se (seus | teus | sua | os | as) (vizinh* | amig* | colegas | familiares) ~1 (já | todos | também) ~1 (têm |
  tem | usam | usa | compraram | o | a | levaram) | seus (vizinh* | amig*) já | (todos | todas) (os | as)? (seus |
  teus | suas) (vizinh* | amig* | colegas) | (toda a | metade da | meia) (rua | cidade) ~1 (já | tem | usa | rega) |
  (todo o | metade do | meio) (bairro | prédio | vizinhança | aldeia) ~1 (já | tem | usa)
social?: (todos)? (os | aqueles | quem) que ~3 (encomend* | compra* | pediram) ~2 (hoje | levaram | levou | junt* |
  adicion*) | (todos | toda a gente | todo mundo) ~1 (o | a)? (levam | leva | usam | usa | têm | adicion* | levaram |
  já) | (encomendaram | compraram) antes de (si | você) | NOBODY (sai | vai | compra | encomenda | leva | planta | se
  vai) ~4 sem | NOBODY ~1 (se arrepende | se arrependeu | recusa | dispensa)
social?: (junte se | junta te | una se) a ~1 (mais de | os)? ~1 (# | milhares | centenas) | (# | NUM) (em | de) (cada)?
  (# | NUM) ~1 (PEOPLE | FOLK)? ~2 (hoje | levaram | já | adicion* | arrepend* | voltaram | esta semana) | (maioria |
  metade | maior parte) ~2 (primeiras | primeiros) ~3 (morre | morrem | não (sobrevive | sobrevivem)) | (maioria |
  metade) ~4 (morre | morrem) ~1 (em | antes | nos primeiros | ao fim) | (o único | a única) ~1 (do | da | no | na)
  (bairro | rua | prédio | vizinhança | cidade) ~4 (não | sem)
social?: (# | NUM) em (cada)? (# | NUM) (PEOPLE | FOLK) | maioria ~4 (morre | morrem) | (gente | clientes) como você
guilt?: (YOUR ~1 | &) (morre | morrerá | sofre | murcha | congela) | (matar | perder) ~1 (a sua | o seu | &) | lhe
  (vai)? (agradecer* | agradece) | LACKING ~3 (apodrec* | morr* | seca*)
unfit: arrisc* | risco* | sorte | azar | perd* | arrepend* | morr* | mort* | sec* | murch* | apodrec* | sofr* | mat* |
  odei* | pior* | prefiro ~1 (que | pagar | seguir | folhas | perder | desper*) | gosto | import* | tanto faz | cuid*
  | proteg* | proteção | poup* | desconto* | dinheiro | preço | pagar | grátis | present* | melhor !(não) | qualidade
  | incrível | merec* | sozinh* | vire* | que se | deix* que | deixar* morrer | nova planta | outra planta | recomeçar
  | substitu* | (quando | até que | se) (a | o | murchar | morrer | ela) | não quero (uma | um | plantas | poupar) |
  fome | sede | frio | geada | nu* | abandon* | neglig* | especialista | natureza | destino | tol* | saudáve* | sim |
  para trás | saúde | cão | conselhos
PEER = vizinh* | clientes | todos | todas | toda a gente | pessoas | jardineiros | clube | rua | bairro | amigos |
  ninguém | quem | compradores
TOOK = já | pediram | pediu | comprou | compraram | adicion* | levou | levaram | levam | pergunt* | o seu . | a sua .
  | jura* | disse* que sim
social?: PEER ~5 TOOK | código postal | quase ninguém | (primeiro | primeira | único | única | último | última) ~5 a
  (sair | saber | recusar) | pelo nome
urgency?: (camião | caminhão | caixa | encomenda | motorista) ~5 (carreg* | fech* | abert* | espera) | (preço |
  oferta) ~5 (outro | mais (alto | caro) | sobe | acaba | termina | não segue) | (hoje | esta noite) ~3 (gela | geada)
  | (mostramos | perguntamos | oferecemos) ~4 uma (só)? vez | (ainda | pouco) (há)? tempo | se hesitar | época ~3
  (acaba | fecha | termina) | (quase | já) (janeiro | maio | junho | novembro | inverno | verão) | última chamada | em
  (# | dez | cinco) minutos (já | não | fecha) | (lote | prateleira | palete | tabuleiro) ~5 (vazi* | metade | últim*)
  | (esta manhã) ~2 (eram | havia) | reformou | aposentou | nos deixou | nada até | uma vez por ano | é raro |
  raramente | todos querem
guilt?: confia em (si | você) | prometeu | consciência | vergonha | ninguém (mais)? além | não pode (falar | pedir |
  andar) | deixaria | nada para (comer | beber) | (mau | bom) (dono | jardineiro) | (raízes | plantas) não esquecem |
  pense nas | (uma pena | cruel) | sim ~2 (plantas | raízes) (saudáveis | vivas) | primeira (noite | geada) ~2 (sem |
  sozinha) | primeiro inverno ~2 (sem | sozinh* | decide) | dinheiro deitado | mão para | nas suas mãos
guilt?: diz muito (de | do | sobre) | lembre se de que viu | sim ~3 (feliz | saudável | viva) | se ~2 correr mal | já
  que é a sua primeira | nem todos (conseguem | sabem) | perdoa erros | você decide se | sem desculpas | cruzamos os
  dedos
urgency?: até esta página | preço (cheio | completo) | imediatamente | (geada | inverno | época) não espera | última
  (entrega | remessa) | tudo o que temos | mãos vazias | pãezinhos quentes
social?: na sua rua | (o único | a única) ~2 sem | saíram com
guilt?: sentir se culpado | imagine | não pediu para | nenhuma & merece | é como ~4 sem | se costuma esquecer
urgency?: depois de (hoje | esta noite) | (fornecedor | oleiro) ~2 (fechou | parou) | não restam | decida (já |
  depressa)
social?: os melhores jardins | (clientes | pessoas) como você
decline: GENUINE? (não preciso | já tenho (suficiente | o suficiente)) TAIL?
guilt: não (deixe | deixes) (a | o) (sua | seu | tua | teu) ~2 (morrer | sofrer) | (pedido | carrinho) não está
  completo sem | nunca se perdoaria
belittling: (até | mesmo) (você | tu) (consegue* | pode*)
urgency: não (voltará | voltarás | vai voltar) a ver este preço | agora ou nunca
social: os (seus | teus) vizinhos já (a | o | os | as)? têm
)";
}

}  // namespace aftermint::copy
