BEGIN TRANSACTION;
CREATE TABLE accept_lines (
  key           TEXT NOT NULL REFERENCES accepts (key),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL,
  price         INTEGER NOT NULL, replaces TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (key, position)
);
INSERT INTO "accept_lines" VALUES('accepted',0,'sharpener','','Tern two-step sharpener','',1,2400,'');
INSERT INTO "accept_lines" VALUES('undone',0,'sharpener','','Tern two-step sharpener','',1,2400,'');
INSERT INTO "accept_lines" VALUES('asks',0,'sharpener','','Tern two-step sharpener','',1,2400,'');
INSERT INTO "accept_lines" VALUES('declined',0,'sharpener','','Tern two-step sharpener','',1,2400,'');
CREATE TABLE accepts (
  key          TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  order_id     TEXT NOT NULL REFERENCES orders (id),
  offer        TEXT NOT NULL,
  state        INTEGER NOT NULL,
  amount       INTEGER NOT NULL CHECK (amount >= 0),
  currency     TEXT NOT NULL,
  method       TEXT NOT NULL,
  visitor      TEXT NOT NULL,
  arms         TEXT NOT NULL,
  ticket       TEXT NOT NULL,
  charge       TEXT NOT NULL,
  reason       TEXT NOT NULL,
  created      INTEGER NOT NULL,
  undo_until   INTEGER NOT NULL,
  receipt      TEXT NOT NULL,
  headline     TEXT NOT NULL,
  shown_price  TEXT NOT NULL,
  label        TEXT NOT NULL,
  locale       TEXT NOT NULL
, terms TEXT NOT NULL DEFAULT '');
INSERT INTO "accepts" VALUES('accepted','c9ce7e5b17e749ee5b97554c7fbaceea62c46f78ea5f7be39bdb66b0649e96e5','1001-u9aj','sharpener-after-knife',3,2400,'GBP','ok','v-0df8e574c1abdb0c70a6db9e0dd15d6e','[{"experiment":"sharpener-headline","arm":"control"}]','1dd80843be08e02c0c9d39e3140f21a1','ch_86ce91a21d8efc6ca7a33cc60096336a','',1796005877821,1796006777827,'rc_a830fee94ad14982152ce1452d5bb86b','h','£24.00','Pay £24.00 now','en-GB','');
INSERT INTO "accepts" VALUES('undone','4f4e70cfa6615228c0d99399c44b41bcd7cb95afbf80fcddd0906e344270b065','1002-h552','sharpener-after-knife',5,2400,'GBP','ok','v-b51ff81a4e7416aff0cf84f64efc2d90','[{"experiment":"sharpener-headline","arm":"control"}]','29654ebbf3d63a1d3c726165b320c4c0','ch_aa7b6f6d74995846e43587a0e6af9149','',1796005877903,1796006777906,'rc_ec42561cfdec7c6075fb8b513a5decb7','h','£24.00','Pay £24.00 now','en-GB','');
INSERT INTO "accepts" VALUES('asks','2bbb0f1733e81191c9b7bb8288992b1dcee9749d4e49ca0482dbb485157b15ed','1003-k4hc','sharpener-after-knife',2,2400,'GBP','ok_then_action','v-b5affb20484fc37cac518f64448fc3ac','[{"experiment":"sharpener-headline","arm":"ten-strokes"}]','b441409516d645f65fbfa71342fc823e','ch_2f790581faa634ccf5e76a1b9230e23d','',1796005877957,0,'rc_16ba56f3d3a044644af61fd896743799','h','£24.00','Pay £24.00 now','en-GB','');
INSERT INTO "accepts" VALUES('declined','63fe3fc9e976024eb29293198cac9a332696dcb9d627bfb1395b726a70a71264','1004-6yue','sharpener-after-knife',6,2400,'GBP','ok_then_declined','v-5a9160f0ab4bb671b9a2fe5dbc198301','[{"experiment":"sharpener-headline","arm":"ten-strokes"}]','0208693807336147430dc725c1f1cb8c','ch_4cf5008dec8f6010c8dfd5e88326a60f','card_declined',1796005878016,0,'rc_9eefade239919e41796db237ae56fd0a','h','£24.00','Pay £24.00 now','en-GB','');
CREATE TABLE cart_lines (
  session  TEXT NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL,
  product  TEXT NOT NULL,
  variant  TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0), offer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (session, position)
);
INSERT INTO "cart_lines" VALUES('395119d2cd57ec068ddaba6ffa929599',0,'chefs-knife','ash',1,'');
CREATE TABLE drafts (
  session  TEXT PRIMARY KEY REFERENCES sessions (id),
  order_id TEXT NOT NULL UNIQUE,
  number   INTEGER NOT NULL,
  nonce    TEXT NOT NULL UNIQUE
);
INSERT INTO "drafts" VALUES('395119d2cd57ec068ddaba6ffa929599','1005-hurt',1005,'7c7d5f0aa9ba4c2bf955e94a124d44e1');
CREATE TABLE events (
  seq       INTEGER PRIMARY KEY,
  source    TEXT NOT NULL,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT,
  trusted   INTEGER NOT NULL,
  time      INTEGER NOT NULL,
  received  INTEGER NOT NULL,
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  order_id  TEXT NOT NULL,
  visitor   TEXT NOT NULL,
  amount    INTEGER,
  currency  TEXT NOT NULL,
  json      TEXT NOT NULL,
  UNIQUE (source, id)
);
INSERT INTO "events" VALUES(1,'/server','01a22a4a-d835-7e27-9628-439da12bb6c9','order','1001-u9aj/-/-/order',1,1796005877813,1796005877813,'','','1001-u9aj','v-0df8e574c1abdb0c70a6db9e0dd15d6e',8900,'GBP','{"specversion":"1.0","id":"01a22a4a-d835-7e27-9628-439da12bb6c9","source":"/server","type":"aftermint.order","time":"2026-11-30T02:31:17.813Z","subject":"1001-u9aj","data":{"key":"1001-u9aj/-/-/order","order":"1001-u9aj","visitor":"v-0df8e574c1abdb0c70a6db9e0dd15d6e","amount":8900,"currency":"GBP"}}');
INSERT INTO "events" VALUES(2,'/server','01a22a4a-d843-7103-ba17-d56a98ac3a0e','accept','1001-u9aj/sharpener-after-knife/post_purchase/accept',1,1796005877827,1796005877827,'sharpener-after-knife','post_purchase','1001-u9aj','v-0df8e574c1abdb0c70a6db9e0dd15d6e',2400,'GBP','{"specversion":"1.0","id":"01a22a4a-d843-7103-ba17-d56a98ac3a0e","source":"/server","type":"aftermint.accept","time":"2026-11-30T02:31:17.827Z","subject":"1001-u9aj","data":{"key":"1001-u9aj/sharpener-after-knife/post_purchase/accept","offer":"sharpener-after-knife","placement":"post_purchase","order":"1001-u9aj","visitor":"v-0df8e574c1abdb0c70a6db9e0dd15d6e","amount":2400,"currency":"GBP","path":"one_click","arms":[{"experiment":"sharpener-headline","arm":"control"}]}}');
INSERT INTO "events" VALUES(3,'/server','01a22a4a-d883-748a-b6a3-c5ac852ccf00','order','1002-h552/-/-/order',1,1796005877891,1796005877891,'','','1002-h552','v-b51ff81a4e7416aff0cf84f64efc2d90',8900,'GBP','{"specversion":"1.0","id":"01a22a4a-d883-748a-b6a3-c5ac852ccf00","source":"/server","type":"aftermint.order","time":"2026-11-30T02:31:17.891Z","subject":"1002-h552","data":{"key":"1002-h552/-/-/order","order":"1002-h552","visitor":"v-b51ff81a4e7416aff0cf84f64efc2d90","amount":8900,"currency":"GBP"}}');
INSERT INTO "events" VALUES(4,'/server','01a22a4a-d892-7024-bab4-d5d1793f3192','accept','1002-h552/sharpener-after-knife/post_purchase/accept',1,1796005877906,1796005877906,'sharpener-after-knife','post_purchase','1002-h552','v-b51ff81a4e7416aff0cf84f64efc2d90',2400,'GBP','{"specversion":"1.0","id":"01a22a4a-d892-7024-bab4-d5d1793f3192","source":"/server","type":"aftermint.accept","time":"2026-11-30T02:31:17.906Z","subject":"1002-h552","data":{"key":"1002-h552/sharpener-after-knife/post_purchase/accept","offer":"sharpener-after-knife","placement":"post_purchase","order":"1002-h552","visitor":"v-b51ff81a4e7416aff0cf84f64efc2d90","amount":2400,"currency":"GBP","path":"one_click","arms":[{"experiment":"sharpener-headline","arm":"control"}]}}');
INSERT INTO "events" VALUES(5,'/server','01a22a4a-d899-7617-9a5b-f0382a37e931','undo','1002-h552/sharpener-after-knife/post_purchase/undo',1,1796005877913,1796005877913,'sharpener-after-knife','post_purchase','1002-h552','v-b51ff81a4e7416aff0cf84f64efc2d90',2400,'GBP','{"specversion":"1.0","id":"01a22a4a-d899-7617-9a5b-f0382a37e931","source":"/server","type":"aftermint.undo","time":"2026-11-30T02:31:17.913Z","subject":"1002-h552","data":{"key":"1002-h552/sharpener-after-knife/post_purchase/undo","offer":"sharpener-after-knife","placement":"post_purchase","order":"1002-h552","visitor":"v-b51ff81a4e7416aff0cf84f64efc2d90","amount":2400,"currency":"GBP","path":"one_click","arms":[{"experiment":"sharpener-headline","arm":"control"}]}}');
INSERT INTO "events" VALUES(6,'/server','01a22a4a-d8ba-7e55-a988-7bdf430e6863','order','1003-k4hc/-/-/order',1,1796005877946,1796005877946,'','','1003-k4hc','v-b5affb20484fc37cac518f64448fc3ac',8900,'GBP','{"specversion":"1.0","id":"01a22a4a-d8ba-7e55-a988-7bdf430e6863","source":"/server","type":"aftermint.order","time":"2026-11-30T02:31:17.946Z","subject":"1003-k4hc","data":{"key":"1003-k4hc/-/-/order","order":"1003-k4hc","visitor":"v-b5affb20484fc37cac518f64448fc3ac","amount":8900,"currency":"GBP"}}');
INSERT INTO "events" VALUES(7,'/server','01a22a4a-d8e6-74ca-adb2-e2995eb2f7f0','order','1004-6yue/-/-/order',1,1796005877990,1796005877990,'','','1004-6yue','v-5a9160f0ab4bb671b9a2fe5dbc198301',8900,'GBP','{"specversion":"1.0","id":"01a22a4a-d8e6-74ca-adb2-e2995eb2f7f0","source":"/server","type":"aftermint.order","time":"2026-11-30T02:31:17.990Z","subject":"1004-6yue","data":{"key":"1004-6yue/-/-/order","order":"1004-6yue","visitor":"v-5a9160f0ab4bb671b9a2fe5dbc198301","amount":8900,"currency":"GBP"}}');
CREATE TABLE order_lines (
  order_id      TEXT NOT NULL REFERENCES orders (id),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity > 0),
  price         INTEGER NOT NULL CHECK (price >= 0),
  offer         TEXT NOT NULL,
  accept_key    TEXT NOT NULL DEFAULT '',
  undone        INTEGER NOT NULL DEFAULT 0, replaces TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (order_id, position)
);
INSERT INTO "order_lines" VALUES('1001-u9aj',0,'chefs-knife','ash','Arden chef’s knife','Ash handle',1,8900,'','',0,'');
INSERT INTO "order_lines" VALUES('1001-u9aj',1,'sharpener','','Tern two-step sharpener','',1,2400,'sharpener-after-knife','accepted',0,'');
INSERT INTO "order_lines" VALUES('1002-h552',0,'chefs-knife','ash','Arden chef’s knife','Ash handle',1,8900,'','',0,'');
INSERT INTO "order_lines" VALUES('1002-h552',1,'sharpener','','Tern two-step sharpener','',1,2400,'sharpener-after-knife','undone',1,'');
INSERT INTO "order_lines" VALUES('1003-k4hc',0,'chefs-knife','ash','Arden chef’s knife','Ash handle',1,8900,'','',0,'');
INSERT INTO "order_lines" VALUES('1004-6yue',0,'chefs-knife','ash','Arden chef’s knife','Ash handle',1,8900,'','',0,'');
INSERT INTO "order_lines" VALUES('1005-hurt',0,'chefs-knife','ash','Arden chef’s knife','Ash handle',1,8900,'','',0,'');
CREATE TABLE order_numbers (number INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO "order_numbers" VALUES(1000);
INSERT INTO "order_numbers" VALUES(1001);
INSERT INTO "order_numbers" VALUES(1002);
INSERT INTO "order_numbers" VALUES(1003);
INSERT INTO "order_numbers" VALUES(1004);
INSERT INTO "order_numbers" VALUES(1005);
CREATE TABLE order_offers (
  order_id  TEXT NOT NULL REFERENCES orders (id),
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  arms      TEXT NOT NULL,
  PRIMARY KEY (order_id, offer)
);
CREATE TABLE orders (
  id       TEXT PRIMARY KEY,
  number   INTEGER NOT NULL UNIQUE,
  session  TEXT NOT NULL,
  nonce    TEXT NOT NULL UNIQUE,
  state    INTEGER NOT NULL,
  attempt  INTEGER NOT NULL,
  currency TEXT NOT NULL,
  name     TEXT NOT NULL,
  email    TEXT NOT NULL,
  address  TEXT NOT NULL,
  method   TEXT NOT NULL,
  visitor  TEXT NOT NULL,
  locale   TEXT NOT NULL,
  notice   TEXT NOT NULL,
  placed   INTEGER NOT NULL,
  paid     INTEGER
);
INSERT INTO "orders" VALUES('1001-u9aj',1001,'fbf57fe350bb716eacc0257d4e2cae60','ef1354ec7209d5ea06ed76a02a831516',1,1,'GBP','Ada','ada@example.org','1 Lane','ok','v-0df8e574c1abdb0c70a6db9e0dd15d6e','en-GB','',1796005877812,1796005877813);
INSERT INTO "orders" VALUES('1002-h552',1002,'dc54c9b5423aed58127ec2dd11dba2be','cd8c323368e2ef0877ad836bf799d6fc',1,1,'GBP','Ada','ada@example.org','1 Lane','ok','v-b51ff81a4e7416aff0cf84f64efc2d90','en-GB','',1796005877843,1796005877891);
INSERT INTO "orders" VALUES('1003-k4hc',1003,'b04045621c6e29f30001584c8bac7755','8263d584dfc720fb647f98c9599ccc89',1,1,'GBP','Ada','ada@example.org','1 Lane','ok_then_action','v-b5affb20484fc37cac518f64448fc3ac','en-GB','',1796005877944,1796005877946);
INSERT INTO "orders" VALUES('1004-6yue',1004,'8ad5a6fa833c2844d36a9d9056a179e5','6bf3f0fa0c73c3ca5faae907659fa643',1,1,'GBP','Ada','ada@example.org','1 Lane','ok_then_declined','v-5a9160f0ab4bb671b9a2fe5dbc198301','en-GB','',1796005877983,1796005877990);
INSERT INTO "orders" VALUES('1005-hurt',1005,'395119d2cd57ec068ddaba6ffa929599','7c7d5f0aa9ba4c2bf955e94a124d44e1',2,1,'GBP','Ada','ada@example.org','1 Lane','declined','v-6639e843cde3642349bfa0a1b17b0684','en-GB','',1796005878032,NULL);
CREATE TABLE outbox (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  source    TEXT NOT NULL,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT NOT NULL,
  time      INTEGER NOT NULL,
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  order_id  TEXT NOT NULL,
  visitor   TEXT NOT NULL,
  amount    INTEGER,
  currency  TEXT NOT NULL,
  json      TEXT NOT NULL
);
CREATE TABLE receipts (
  id       TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  offer    TEXT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  accepted INTEGER NOT NULL,
  headline TEXT NOT NULL,
  price    TEXT NOT NULL,
  label    TEXT NOT NULL,
  locale   TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  hash     TEXT NOT NULL
, terms TEXT NOT NULL DEFAULT '');
INSERT INTO "receipts" VALUES('rc_a830fee94ad14982152ce1452d5bb86b','1001-u9aj','sharpener-after-knife','accepted',1796005877827,'h','£24.00','Pay £24.00 now','en-GB',2400,'GBP','26b2ec6378252fa40b7a86d75e89925b4a07ca82ebda7d51472d66945b8e6e15','');
INSERT INTO "receipts" VALUES('rc_ec42561cfdec7c6075fb8b513a5decb7','1002-h552','sharpener-after-knife','undone',1796005877906,'h','£24.00','Pay £24.00 now','en-GB',2400,'GBP','8753385dc7db7a4ad5c785b3dc4aab69d8442337804c25c12815d4fc7b7fefa5','');
CREATE TABLE sandbox_charges (
  key       TEXT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount >= 0),
  currency  TEXT NOT NULL,
  method    TEXT NOT NULL,
  again     INTEGER NOT NULL,
  first     INTEGER NOT NULL,
  state     INTEGER NOT NULL,
  settles   INTEGER NOT NULL
);
INSERT INTO "sandbox_charges" VALUES('order-1001-u9aj-1','ch_0e4b9c0acbc42910f893729f6358a30c','1001-u9aj',8900,'GBP','ok',0,0,0,1796005879813);
INSERT INTO "sandbox_charges" VALUES('accept-7664c17145329fa0d8c21514a7d92f996c3eeeb5fc0cc7b1e534f8de534fef2b','ch_86ce91a21d8efc6ca7a33cc60096336a','1001-u9aj',2400,'GBP','ok',1,0,0,1796005879827);
INSERT INTO "sandbox_charges" VALUES('order-1002-h552-1','ch_1bc3d6440d67ca3b72e850923e9782fb','1002-h552',8900,'GBP','ok',0,0,0,1796005879885);
INSERT INTO "sandbox_charges" VALUES('accept-e90ba81540784bbb8abea26bed1842ad13cd5d0913e0d8797c435d9461250ef1','ch_aa7b6f6d74995846e43587a0e6af9149','1002-h552',2400,'GBP','ok',1,0,4,1796005879905);
INSERT INTO "sandbox_charges" VALUES('order-1003-k4hc-1','ch_fc004e487107ea4415d841929c1ff1c5','1003-k4hc',8900,'GBP','ok_then_action',0,0,0,1796005879945);
INSERT INTO "sandbox_charges" VALUES('accept-83d47f667dce9f6a47572d7cab331b636de68f24e8237abd56f7799c229ba344','ch_2f790581faa634ccf5e76a1b9230e23d','1003-k4hc',2400,'GBP','ok_then_action',1,2,2,1796005879958);
INSERT INTO "sandbox_charges" VALUES('order-1004-6yue-1','ch_c291335b1d94f90bc5551b6e792c1575','1004-6yue',8900,'GBP','ok_then_declined',0,0,0,1796005879989);
INSERT INTO "sandbox_charges" VALUES('accept-de1dfb1cdc3dd5d512983e5c27785282ebf882207221e384cb52195663eb53cd','ch_4cf5008dec8f6010c8dfd5e88326a60f','1004-6yue',2400,'GBP','ok_then_declined',1,1,1,1796005880016);
INSERT INTO "sandbox_charges" VALUES('order-1005-hurt-1','ch_7765e94d6e02479d972c930da3ae3b7f','1005-hurt',8900,'GBP','declined',0,1,1,1796005880032);
CREATE TABLE schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO "schema_versions" VALUES('events',1);
INSERT INTO "schema_versions" VALUES('shop',3);
INSERT INTO "schema_versions" VALUES('sandbox',1);
CREATE TABLE sessions (
  id           TEXT PRIMARY KEY,
  visitor      TEXT NOT NULL,
  created      INTEGER NOT NULL,
  cart_version INTEGER NOT NULL DEFAULT 0,
  notice       TEXT NOT NULL DEFAULT ''
);
INSERT INTO "sessions" VALUES('fbf57fe350bb716eacc0257d4e2cae60','v-0df8e574c1abdb0c70a6db9e0dd15d6e',1796005877650,2,'');
INSERT INTO "sessions" VALUES('dc54c9b5423aed58127ec2dd11dba2be','v-b51ff81a4e7416aff0cf84f64efc2d90',1796005877835,2,'');
INSERT INTO "sessions" VALUES('b04045621c6e29f30001584c8bac7755','v-b5affb20484fc37cac518f64448fc3ac',1796005877925,2,'');
INSERT INTO "sessions" VALUES('8ad5a6fa833c2844d36a9d9056a179e5','v-5a9160f0ab4bb671b9a2fe5dbc198301',1796005877965,2,'');
INSERT INTO "sessions" VALUES('395119d2cd57ec068ddaba6ffa929599','v-6639e843cde3642349bfa0a1b17b0684',1796005878023,1,'');
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "settings" VALUES('signing_key','089dccb2655442d956ed266731f2639b45ae09277777dede25c55868253e95d6');
CREATE UNIQUE INDEX events_by_key ON events (type, key) WHERE key IS NOT NULL;
CREATE INDEX events_by_offer ON events (offer, placement, type);
CREATE INDEX orders_by_state ON orders (state);
CREATE UNIQUE INDEX one_accept_an_order ON accepts (order_id) WHERE state < 6;
CREATE INDEX sandbox_charges_by_reference ON sandbox_charges (reference);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('order_numbers',1005);
INSERT INTO "sqlite_sequence" VALUES('outbox',7);
COMMIT;