BEGIN TRANSACTION;
CREATE TABLE event_outbox (
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
CREATE TABLE offer_accept_lines (
  key           TEXT NOT NULL REFERENCES offer_accepts (key),
  position      INTEGER NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL,
  price         INTEGER NOT NULL,
  replaces      TEXT NOT NULL,
  PRIMARY KEY (key, position)
);
INSERT INTO "offer_accept_lines" VALUES('charging',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('processing',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('requires_action',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('accepted',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('undoing',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('undone',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('declined',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('refunded',0,'rack','oak','Rack','Oak',1,3000,'');
INSERT INTO "offer_accept_lines" VALUES('lost',0,'rack','oak','Rack','Oak',1,3000,'');
CREATE TABLE offer_accepts (
  key          TEXT PRIMARY KEY,
  request_hash TEXT NOT NULL,
  order_id     TEXT NOT NULL,
  offer        TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('charging', 'processing', 'requires_action', 'accepted', 'undoing',
                                              'undone', 'declined', 'refunded')),
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
  locale       TEXT NOT NULL,
  terms        TEXT NOT NULL
);
INSERT INTO "offer_accepts" VALUES('charging','dfcc75312fecf4a2c0982943a88e00b26720beb66916584b54dc876f201c7119','1001','rack-offer','charging',3000,'GBP','ok','v-0','','t-0','','',1795428000000,0,'rc_00000000000000000000000000000000','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('processing','a06b4af9096fadf7f5c9489134fd79add06eb6e9de1cd9b519170fd8167bd392','1002','rack-offer','processing',3000,'GBP','ok','v-1','','t-1','ch_00000000000000000000000000000001','',1795428000001,0,'rc_00000000000000000000000000000001','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('requires_action','0a0940f5c0e79a99eeba174b5c73e10659dade055a1981756d57d3cb6fc7485c','1003','rack-offer','requires_action',3000,'GBP','ok','v-2','','t-2','ch_00000000000000000000000000000002','',1795428000002,0,'rc_00000000000000000000000000000002','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('accepted','05d4c758720f3d3dd60ccac2ace5de932e11344d326eafbe05c375d7300c532d','1004','rack-offer','accepted',3000,'GBP','ok','v-3','','t-3','ch_00000000000000000000000000000003','',1795428000003,1795428900003,'rc_00000000000000000000000000000003','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('undoing','e1287504272cf1edfaca6031081548311afb8aa28e278a9c6bc25bdef81b8798','1005','rack-offer','undoing',3000,'GBP','ok','v-4','','t-4','ch_00000000000000000000000000000004','',1795428000004,1795428900004,'rc_00000000000000000000000000000004','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('undone','beefa053bce68a416d694bf5df5ea6a571d8afdc52f5a637da2c45bfe7b042f3','1006','rack-offer','undone',3000,'GBP','ok','v-5','','t-5','ch_00000000000000000000000000000005','',1795428000005,1795428900005,'rc_00000000000000000000000000000005','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('declined','1fc684a771e543765e7fe901e41155cf46f5faae83c9299f1d2ca93932ae48a6','1007','rack-offer','declined',3000,'GBP','ok','v-6','','t-6','ch_00000000000000000000000000000006','card_declined',1795428000006,0,'rc_00000000000000000000000000000006','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('refunded','569340bc33730fa927c7371ede2d7f6b7b405dbacf0c3ce89c3938a7c88b436c','1008','rack-offer','refunded',3000,'GBP','ok','v-7','','t-7','ch_00000000000000000000000000000007','order_closed',1795428000007,0,'rc_00000000000000000000000000000007','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
INSERT INTO "offer_accepts" VALUES('lost','df747afa5083e6755f38e33dd9369bec670915044d6767df6acb60e2e3d173f7','1009','rack-offer','charging',3000,'GBP','ok','v-8','','t-8','','',1795428000008,0,'rc_00000000000000000000000000000008','A home for your knife','£30.00','Pay £30.00 now','en-GB','');
CREATE TABLE offer_receipts (
  id       TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  offer    TEXT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  accepted INTEGER NOT NULL,
  headline TEXT NOT NULL,
  price    TEXT NOT NULL,
  label    TEXT NOT NULL,
  locale   TEXT NOT NULL,
  terms    TEXT NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  hash     TEXT NOT NULL
);
INSERT INTO "offer_receipts" VALUES('rc_00000000000000000000000000000003','1004','rack-offer','accepted',1795428000003,'A home for your knife','£30.00','Pay £30.00 now','en-GB','',3000,'GBP','0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "offer_receipts" VALUES('rc_00000000000000000000000000000004','1005','rack-offer','undoing',1795428000004,'A home for your knife','£30.00','Pay £30.00 now','en-GB','',3000,'GBP','0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "offer_receipts" VALUES('rc_00000000000000000000000000000005','1006','rack-offer','undone',1795428000005,'A home for your knife','£30.00','Pay £30.00 now','en-GB','',3000,'GBP','0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE sandbox_charges (
  key       TEXT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount >= 0),
  currency  TEXT NOT NULL,
  method    TEXT NOT NULL,
  again     INTEGER NOT NULL,
  settles   INTEGER NOT NULL
, state TEXT NOT NULL DEFAULT 'succeeded'
  CHECK (state IN ('succeeded', 'declined', 'requires_action', 'processing', 'refunded')), first TEXT NOT NULL DEFAULT 'succeeded'
  CHECK (first IN ('succeeded', 'declined', 'requires_action', 'processing', 'refunded')));
INSERT INTO "sandbox_charges" VALUES('accept-3238d04c06d2d9bb8dfc4bbeef86b9dba600cf95ff2f4241f6b77339b7fed5ae','ch_00000000000000000000000000000001','1002',3000,'GBP','ok',1,1795428002001,'processing','processing');
INSERT INTO "sandbox_charges" VALUES('accept-f365952c3bcd9b3a08fdb658d5b0ca6b8fc4818ee473c27978f91b0162d611e9','ch_00000000000000000000000000000002','1003',3000,'GBP','ok',1,1795428002002,'requires_action','requires_action');
INSERT INTO "sandbox_charges" VALUES('accept-9b0faf2c5ab4a2300293f0cb65cb6fa57838f02f7005a8da96f208eedf90612b','ch_00000000000000000000000000000003','1004',3000,'GBP','ok',1,1795428002003,'succeeded','succeeded');
INSERT INTO "sandbox_charges" VALUES('accept-03aebb44481b19261665dfc690af103c21f4fb51c0655251ae45a5dfdd46978c','ch_00000000000000000000000000000004','1005',3000,'GBP','ok',1,1795428002004,'succeeded','succeeded');
INSERT INTO "sandbox_charges" VALUES('accept-b851cd732464e6c381bbe822be48d3392d11df7b120eef47892fef1f7887bf11','ch_00000000000000000000000000000005','1006',3000,'GBP','ok',1,1795428002005,'refunded','succeeded');
INSERT INTO "sandbox_charges" VALUES('accept-5f49006b9b5793132c7daac0c4d38687d8739137face113f68afd0cb1e8645a6','ch_00000000000000000000000000000006','1007',3000,'GBP','ok',1,1795428002006,'declined','declined');
INSERT INTO "sandbox_charges" VALUES('accept-5eeaac5d589732b21ceb741805885f4c594db6008fb6d2524b8cf20a8518e9db','ch_00000000000000000000000000000007','1008',3000,'GBP','ok',1,1795428002007,'refunded','succeeded');
INSERT INTO "sandbox_charges" VALUES('accept-b63d96edce91064925b0bb9fa725c9db51dfa64f24109c078126829ca1eca07e','ch_00000000000000000000000000000008','1009',3000,'GBP','ok',1,1795428002008,'succeeded','succeeded');
CREATE TABLE schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL);
INSERT INTO "schema_versions" VALUES('outbox',1);
INSERT INTO "schema_versions" VALUES('accepts',1);
INSERT INTO "schema_versions" VALUES('ticket_orders',1);
INSERT INTO "schema_versions" VALUES('sandbox',2);
CREATE TABLE server_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "server_settings" VALUES('signing_key','a-signing-key-of-at-least-32-bytes!');
CREATE TABLE ticket_order_lines (
  order_id      TEXT NOT NULL REFERENCES ticket_orders (id),
  position      INTEGER NOT NULL,
  accept_key    TEXT NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity > 0),
  price         INTEGER NOT NULL CHECK (price >= 0),
  offer         TEXT NOT NULL,
  replaces      TEXT NOT NULL,
  undone        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, position)
);
INSERT INTO "ticket_order_lines" VALUES('1001',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1002',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1003',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1004',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1004',1,'accepted','rack','oak','Rack','Oak',1,3000,'rack-offer','',0);
INSERT INTO "ticket_order_lines" VALUES('1005',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1005',1,'undoing','rack','oak','Rack','Oak',1,3000,'rack-offer','',0);
INSERT INTO "ticket_order_lines" VALUES('1006',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1006',1,'undone','rack','oak','Rack','Oak',1,3000,'rack-offer','',1);
INSERT INTO "ticket_order_lines" VALUES('1007',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1008',0,'','knife','','Chef''s knife','',1,12000,'','',0);
INSERT INTO "ticket_order_lines" VALUES('1009',0,'','knife','','Chef''s knife','',1,12000,'','',0);
CREATE TABLE ticket_orders (
  id          TEXT PRIMARY KEY,
  currency    TEXT NOT NULL,
  method      TEXT NOT NULL,
  visitor     TEXT NOT NULL,
  locale      TEXT NOT NULL,
  paid        INTEGER NOT NULL,
  other_costs INTEGER NOT NULL
);
INSERT INTO "ticket_orders" VALUES('1001','GBP','ok','v-0','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1002','GBP','ok','v-1','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1003','GBP','ok','v-2','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1004','GBP','ok','v-3','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1005','GBP','ok','v-4','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1006','GBP','ok','v-5','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1007','GBP','ok','v-6','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1008','GBP','ok','v-7','en-GB',1795427998000,0);
INSERT INTO "ticket_orders" VALUES('1009','GBP','ok','v-8','en-GB',1795427998000,0);
CREATE UNIQUE INDEX one_offer_accept_an_order ON offer_accepts (order_id) WHERE state NOT IN ('declined', 'refunded');
CREATE INDEX offer_accepts_by_order ON offer_accepts (order_id);
CREATE INDEX sandbox_charges_by_reference ON sandbox_charges (reference);
DELETE FROM "sqlite_sequence";
COMMIT;
