#include "copy/languages.h"

namespace aftermint::copy {

std::string_view portuguesePhrases() {
  return R"(
NO = não
THANKS = obrigado | obrigada | muito obrigado | muito obrigada | obrigado a | agradeço | agradecido | grato
GENUINE = NO THANKS? | THANKS NO | THANKS mas NO THANKS? | NO mas THANKS | THANKS
DET = a | o | as | os | esta | este | isto | isso | essa | esse | um | uma | nenhum | nenhuma | mais | outro | outra
THING = oferta | ofertas | artigo | artigos | produto | produtos | extra | extras | item | itens | adicional |
  adicionais | complemento | complementos | acessório | acessórios | opção | opções | pacote | kit | garantia | seguro
  | assinatura | subscrição | promoção | passo | etapa | página | sugestão | sugestões | recomendação | recomendações
  | serviço | upgrade | proposta | embrulho | teste
MORE = adicional | adicionais | opcional | extra | a mais
OBJECT = isto | isso | nada | ele | ela | nada mais | DET? THING MORE?
WHOSE = o | a | meu | minha | o meu | a minha | seu | sua | o seu | a sua | este | as | as minhas | os | minhas
ORDER = pedido | pedido atual | pedido original | encomenda | encomenda atual | compra | compras | pagamento | caixa |
  carrinho | cesto | resumo | resumo do pedido | resumo da encomenda | confirmação | loja | checkout | próxima etapa |
  próximo passo | site | início | envio | entrega | conta | recibo | detalhes do pedido
WHEN = agora | por agora | hoje | por hoje | desta vez | dessa vez | de momento | no momento | neste momento | por
  enquanto | ainda | para já | por ora | nesta ocasião | nesta encomenda | neste pedido
LATER = mais tarde | talvez mais tarde | talvez | depois | talvez depois | outra vez | noutra altura | numa outra
  altura | em outro momento | em outra ocasião | noutra ocasião | talvez noutra altura | talvez em outro momento |
  talvez outra hora | outra hora | outro dia | talvez outro dia | na próxima | da próxima vez | fica para a próxima |
  talvez na próxima | talvez na próxima vez | na próxima vez | talvez da próxima vez | lembrar mais tarde | lembrar-me
  mais tarde | deixar para depois | fica para depois | quem sabe depois
WITHOUT = sem | sem OBJECT | sem (adicionar | acrescentar | incluir | levar | escolher) OBJECT? | sem alterações | sem
  mudanças | sem alterar nada | sem mudar nada | como está | tal como está | sem MORE | sem mais nada
GO = continuar | continue | continua | prosseguir | prossiga | seguir | siga | avançar | ir | voltar | passar |
  próximo | seguinte | retornar | regressar
TO = (a | para | ao | à | com | até | para a | para o | às) WHOSE? ORDER
REFUSE = pular | saltar | ignorar | recusar | recuso | rejeitar | rejeito | dispensar | dispenso | declinar |
  descartar | fechar | cancelar | ocultar | esconder | remover | passo | abdicar | prescindir | prescindir da | deixar
  passar | abrir mão | sair | não (adicionar | acrescentar | incluir | aceitar | mostrar | exibir | levar) | não
  mostrar novamente | não mostrar mais | não exibir novamente | não adicionar nada | não mostrar de novo
DO = finalizar | concluir | completar | terminar | ver | rever | manter | deixar | fechar | consultar | encerrar |
  visualizar | conferir
NOT = não (WHEN | me interessa | interessa | é necessário | necessário | é preciso | interessado | interessada |
  interessado a | tenho interesse | estou interessado | estou interessada | precisa | há necessidade | quero OBJECT? |
  é para mim | WHEN) | WHEN não | sem interesse | sem necessidade | (nenhum | nenhuma) THING MORE?
SIZE = pequeno | pequena | pequenos | pequenas | grande | médio | média | normal | atual | sozinha | de # (ml | l |
  litros | kg | g | cm)
GOODS = & | planta | plantas | vaso | vasos | garrafa | frasco | saco | saqueta | pacote | caixa | kit | conjunto |
  par | tesoura | tesouras | podadeira | pá | ancinho | enxada | luvas | mangueira | regador | tutor | tutores | fitas
  | terra | substrato | adubo | fertilizante | sementes | bolbos | bulbos | lâmpada | humidificador | umidificador |
  capa | cobertura | prato | suporte | cesto | balde | ferramenta | feto | samambaia | monstera | orquídea | árvore |
  faca | machado | serra | tábua | óleo | lâmina | pedra | escova | livro | guia | tamanho | cor
PICK = (o | a | os | as | o meu | a minha | meu | minha | este | esta | um | uma)? SIZE? GOODS SIZE? SIZE? (de (musgo
  | barro | jardim | poda))? (apenas)?
CLAUSE = (só | somente | apenas) PICK | (ficar com | fico com | manter | continuar com | seguir com) PICK | (pular |
  saltar | sem | continuar sem) PICK | (enviar | mandar) WHOSE? ORDER (como está | assim) | já (tenho | temos) (um |
  uma | PICK) | GO TO? WITHOUT? | GO WITHOUT TO? | GO (a comprar | comprando) | GO WHOSE ORDER WITHOUT? | WITHOUT |
  REFUSE OBJECT? | REFUSE OBJECT? e GO TO? | (só | somente | apenas) WHOSE ORDER | só isso | apenas isso | é só isso |
  é só | DO WHOSE? ORDER WITHOUT? | NOT | LATER | nada mais | mais nada | é tudo | isso é tudo | nada | está bom assim
  | deixar (como está | assim) | prefiro não | melhor não | (confirmar | pagar) WHOSE? ORDER WITHOUT | (pagar |
  concluir | finalizar | terminar) WITHOUT | fechar (esta | a)? (janela | página) | não (adicionar | acrescentar |
  incluir) OBJECT? (ao | à | no | na | ao meu) ORDER | está bem assim | deixar assim | pronto
TAIL = WHEN | LATER | por favor | THANKS
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE mas? GENUINE

NUM = # | um | uma | dois | duas | três | quatro | cinco | seis | sete | oito | nove | dez | poucos | poucas | alguns
  | algumas
UNIT = segundo | segundos | seg | s | minuto | minutos | min | hora | horas | h | dia | dias | d
SPAN = # #? UNIT
ITEM = unidade | unidades | artigo | artigos | produto | produtos | item | itens | peça | peças | vaga | vagas |
  exemplar | exemplares | lugares | pares | un
DEAL = oferta | ofertas | promoção | promoções | desconto | descontos | saldos | liquidação | venda | preço | preços |
  cupom | cupão | código | oportunidade
PEOPLE = pessoas | pessoa | clientes | compradores | utilizadores | usuários | visitantes | outros | outras | gente |
  mulheres | homens | membros
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (termina | terminam | acaba | acabam | expira | expiram | encerra | encerram | vence) !(nunca) |
  (termina | acaba | expira | encerra) ~1 ((em | dentro de) (SPAN | @ | NUM UNIT) | hoje | amanhã | logo | à meia
  noite | às # | esta noite | brevemente) | (faltam | restam | falta | resta) ~1 (SPAN | @ | NUM UNIT | UNIT | poucas)
  | (só | somente | apenas) (por)? (hoje | até | esta semana | este fim | neste fim) | (hoje | esta semana) (só |
  apenas | somente)
urgency: apresse* | ^ (corra | corre) (. | que | antes | já | e (compre | garanta | aproveite)) | despache se |
  despacha te | rápido antes | (compre | compra | peça | encomende | aja | aproveite | reserve | garanta | decida |
  age | aproveita) ~2 (já | logo | imediatamente | antes | rápido | enquanto | agora mesmo | dentro de | nos próximos)
  | não (espere | esperes | perca | percas | demore | hesite !(em)) | antes ~3 (tarde | acabe | acabem | esgote |
  esgotem | termine | expire) | <(não (é | será | é nunca) | nunca é) tarde demais !(para (plantar | semear | podar))
  | (enquanto | até) ~2 (durar | durarem | stock | estoque | houver | esgotar | esgotarem) | agora ou nunca | o tempo
  (está (a)? (acabar | acabando | esgotar | correr | passar | passando) | corre | voa | esgota) | contagem (regressiva
  | decrescente)
urgency: (última | últimas | último | últimos | única) (oportunidade | chance | chances | chamada | hipótese) |
  (última | últimas | último | últimos) (horas | hora | dias | dia | minutos) (. | para | de (oferta | promoção |
  desconto | saldos)) | (tempo | oferta | ofertas | prazo | período) (limitado | limitada | limitadas) | por pouco
  tempo | (oferta | venda | promoção) (relâmpago | flash) | (quase | prestes) ~1 (acabar | terminar | acabando |
  terminando) | (está | estão) (acabando | terminando | a acabar | a terminar) | acaba já | (reservado | reservada |
  reservados) ~2 (por | durante) ~1 (@ | SPAN) | preço ~3 (sobe | subirá | vai subir | aumenta) | preços ~3 (sobem |
  subirão | vão subir | aumentam) | irrepetível
scarcity: (só | somente | apenas) ~2 NUM ~2 (ITEM | disponível | disponíveis | em stock | em estoque | restante |
  restantes) | (restam | resta | sobram | faltam) ~2 (NUM !(do | da | dos | das) | poucas | poucos | apenas | últimas)
  | NUM ITEM? (restante | restantes) | NUM ITEM (em stock | em estoque | disponíveis) | menos de # ITEM
scarcity: (última | últimas | último | últimos) (ITEM | tamanhos | disponíveis | em stock) | (stock | estoque |
  quantidade | quantidades | unidades | disponibilidade | vagas) ~1 (limitado | limitada | limitadas | limitados |
  baixo | reduzido | reduzida | baixa | escasso) | (pouco | baixo) (stock | estoque) | poucas unidades | (quase |
  prestes a) ~1 (esgotado | esgotada | esgotados | esgotando | esgotar) | (esgota | esgotam | esgotando | esgotar) ~1
  (rápido | rapidamente | depressa | logo) | (vende | vendem) se ~1 (rápido | rapidamente | depressa) | (vendendo | a
  vender | vende | saindo) ~1 (rápido | depressa) | # % ~2 (vendido | vendidos | reservado | resgatado)
demand: (alta | grande | muita | forte | enorme | elevada) (procura | demanda) | muito (procurado | procurada |
  requisitado | procurados) | procura ~1 (alta | elevada) | (toda a gente | todos | todo mundo) ~1 (quer | querem |
  compra | estão comprando)
social: NUM ~1 PEOPLE ~4 (vendo | ver | viram | visualizando | olhando | compraram | comprou | comprando | têm |
  adicionaram | carrinho | encomendaram | estão) | PEOPLE ~2 (vendo | visualizando | comprando) | # (vendidos |
  vendidas | vendido | comprados) | (comprou | comprado | vendido | encomendou) ~6 há NUM UNIT | <(que | você | quem |
  se) acabou de (comprar | encomendar | pedir) | (alguém | um cliente | uma cliente) ~6 (comprou | comprar |
  encomendou) | em # carrinhos | no carrinho de #
guilt: não (perca | percas | desperdice | fique de fora | se arrependa) ~3 (passar | escapar | fugir)? | não (deixe |
  deixes) ~3 (passar | escapar | fugir) | (vai | vais | irá) ~1 arrepender | se arrepender* | do que ~1 espera | está
  à espera | (tem certeza | tem a certeza | tens a certeza) ~2 que ~2 (perder | recusar | rejeitar | dispensar |
  abdicar | desistir | quer) | (tolo | tola | tolos | bobo | idiota | louco | louca | burro) ~1 (se | não | quem |
  para) | só (um)? (tolo | tolos | idiotas) | seria uma pena | que pena | (clientes | pessoas | pais) (inteligentes |
  espertos | responsáveis) | todos os outros ~1 | (bom demais) para | a (sua | tua) família ~2 merece | imperdível
opener: (também)? (pode | poderá | poderia | talvez) ~2 (gostar | interessar) | você ~3 (gostar | gostará) | (os)?
  clientes ~5 também | (quem comprou) ~4 também | (recomendado | recomendados | recomendações | selecionado) para (si
  | você | ti) | produtos (semelhantes | relacionados) | talvez (goste | lhe interesse)
formula: (encomenda | pedido | compra | encomendar | reserva) com obrigação de (pagar | pagamento)
pay: pagar | pague | paga | pago
unpaid: (não | sem | nada a | nunca | menos | mais) ~1 (pagar | pago | pague | pagamento) | (pagar | pague) ~1 (depois
  | mais tarde | nada | menos)
)";
}

}  // namespace aftermint::copy
