-- The rows of a ledger as onrecord 0.1.0 wrote it (schema 1), without its full-text indexes.
INSERT INTO "analyses" VALUES(1,'rules 1','0123456789abcdef','30c79608d3204383d75c85d7435e10b7e39a2e9051728ac160b8a4d82305b505','c72d16cf16873a6a107959d6f59e0d228776109278fe3837d32b4d8b60b17e2c');
INSERT INTO "analyses" VALUES(2,'rules 1','0123456789abcdef','5b62eaddb48d8cc755ecb3137e006b19076d07288308284cab68d6d341a6ff80','4c89848fd3d5e190206592fcec19ad4dae060f4692a3e9e585b9b2f39b07f4fd');
INSERT INTO "candidates" VALUES(1,0,15,29,0.9,'subject of the cue');
INSERT INTO "captures" VALUES('30c79608d3204383d75c85d7435e10b7e39a2e9051728ac160b8a4d82305b505',84,X'789C73CE2FCD4BCECC51C84D4D2D29E6E2F24DACCC2F5270CC4B54082ACDAC52284ECC4C5178D430A73C55A13C332747E1C3FC190D0A89C9258F1AE6EA290467A42AE4A4A69528A42616E554EA2864962814A7A6E616EB010043521FDD');
INSERT INTO "captures" VALUES('5b62eaddb48d8cc755ecb3137e006b19076d07288308284cab68d6d341a6ff80',18,X'789CF3CB57C84B2D2FD651C82C51284E4DCD2DD603003A43062F');
INSERT INTO "decisions" VALUES(1,'2031-05-01T12:00:00Z','ed','correct','80bf50b7d3b08224','byline',NULL,'Bo Ek','seen in print');
INSERT INTO "doubts" VALUES(1,'d817c62958134fa6',1,68,76,'dropped','no-cue','nobody speaks');
INSERT INTO "doubts" VALUES(2,'484aa2df441aeaf2',2,9,17,'dropped','no-cue','nobody speaks');
INSERT INTO "entries" VALUES(1,'30a48bd7ca38b2f2',1,'statement','body',0.8,'likely','machine','a quotation with a cue beside it','quote-cue','rules 1');
INSERT INTO "features" VALUES(1,0,'cue_lemma','said');
INSERT INTO "headers" VALUES(1,'c7a2c22e2cc05754','Council meets',NULL,NULL,NULL,'2031-04-09','2031-04-09','given',1.0);
INSERT INTO "headers" VALUES(2,'c710eaba667f488a',NULL,NULL,NULL,NULL,NULL,NULL,'unknown',0.0);
INSERT INTO "metadata" VALUES(1,'title','Council meets','sidecar');
INSERT INTO "notes" VALUES(1,'','byline: corrected from ''unknown'' to ''Bo Ek'' by ed: seen in print',1);
INSERT INTO "origins" VALUES(1,'a.txt','',NULL);
INSERT INTO "origins" VALUES(2,'b.txt','',NULL);
INSERT INTO "reports" VALUES(1,'80bf50b7d3b08224','30c79608d3204383d75c85d7435e10b7e39a2e9051728ac160b8a4d82305b505','','30c79608d3204383d75c85d7435e10b7e39a2e9051728ac160b8a4d82305b505','text/plain',NULL,'[]','utf-8',X'789CCBC92C492D4ACC513050B030513037E702002D9C0462','a.txt','','Post','Post','Council meets','Bo Ek',NULL,NULL,'2031-04-09','2031-04-09','given',1.0,'prose',NULL,77,15);
INSERT INTO "reports" VALUES(2,'a7bc7aa33ab72ff0','5b62eaddb48d8cc755ecb3137e006b19076d07288308284cab68d6d341a6ff80','','5b62eaddb48d8cc755ecb3137e006b19076d07288308284cab68d6d341a6ff80','text/plain',NULL,'[]','utf-8',X'789CCBC92C492D4ACC51305030B400222E002D76045A','b.txt','','Times','Times',NULL,NULL,NULL,NULL,NULL,NULL,'unknown',0.0,'prose',NULL,18,4);
INSERT INTO "spans" VALUES(1,'content',0,35,50,'“we will 😀 act”',35,51,35,57);
INSERT INTO "spans" VALUES(1,'cue',0,30,34,'said',30,34,30,34);
INSERT INTO "spans" VALUES(1,'source',0,15,29,'Mayor Ana Ruiz',15,29,15,29);
INSERT INTO "statements" VALUES(1,'Mayor Ana Ruiz',NULL,'direct','say',0,NULL);
INSERT INTO "texts" VALUES(1,'Council meets

Mayor Ana Ruiz said “we will 😀 act”. She left early, it seems.');
INSERT INTO "texts" VALUES(2,'No news, it seems.');
INSERT INTO "zones" VALUES(1,0,'body',0,77);
INSERT INTO "zones" VALUES(2,0,'body',0,18);
