package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.Locale;

/** Where devices stand: the place's name, its time and how people there describe a link. */
enum Site {
  TBILISI("tbs", "თბილისი", 4, "%s-მდე კავშირი", "ოთახი %d"),
  FRANKFURT("fra", "Frankfurt am Main", 1, "Strecke nach %s", "Büro %d"),
  DUBLIN("dub", "Dublin", 0, "link to %s", "room %d"),
  PARIS("par", "Paris", 1, "liaison vers %s", "bureau n°%d"),
  WARSZAWA("waw", "Warszawa", 1, "łącze do %s", "pokój %d"),
  KYIV("kbp", "Київ", 2, "канал до %s", "кімната %d"),
  MADRID("mad", "Madrid", 1, "enlace con %s", "despacho %d, 2ª planta"),
  LISBOA("lis", "Lisboa", 0, "ligação a %s", "escritório nº %d"),
  ATHINA("ath", "Αθήνα", 2, "σύνδεση με %s", "γραφείο %d"),
  AMSTERDAM("ams", "Amsterdam", 1, "naar %s", "kamer %d"),
  STOCKHOLM("sto", "Stockholm", 1, "länk till %s", "rum %d"),
  TOKYO("tyo", "東京", 9, "%s 向け回線", "会議室%d");

  private final String code;
  private final String city;
  private final int utcOffsetHours;
  private final String linkProse;
  private final String roomProse;

  Site(String code, String city, int utcOffsetHours, String linkProse, String roomProse) {
    this.code = code;
    this.city = city;
    this.utcOffsetHours = utcOffsetHours;
    this.linkProse = linkProse;
    this.roomProse = roomProse;
  }

  String code() {
    return code;
  }

  String city() {
    return city;
  }

  int utcOffsetHours() {
    return utcOffsetHours;
  }

  String linkTo(String peer) {
    return String.format(Locale.ROOT, linkProse, peer);
  }

  String room(int number) {
    return String.format(Locale.ROOT, roomProse, number);
  }
}
