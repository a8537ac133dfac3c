package dev.homeport.engine.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of faker-js in the words of datafaker, and the locales there are words for. */
final class FakeNames {

  /** Things that have another name in datafaker. */
  static final Map<String, String> THINGS =
      Map.ofEntries(
          Map.entry("person", "name"),
          Map.entry("location", "address"),
          Map.entry("phone", "phoneNumber"),
          Map.entry("datatype", "bool"),
          Map.entry("system", "file"),
          Map.entry("date", "timeAndDate"));

  /**
   * Properties that have another name in datafaker: {@code person.jobTitle} → {@code job.title}.
   */
  static final Map<String, String> SAME = same();

  /** Language tags, the plain language first. */
  static final List<String> LOCALES =
      List.of(
          "en", "ar", "be", "bg", "by", "ca", "cs", "cs-CZ", "da-DK", "de", "de-AT", "de-CH",
          "el-GR", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN", "en-NZ", "en-PH", "en-SG", "en-US",
          "en-ZA", "es", "es-AR", "es-MX", "es-PY", "et", "fa", "fi-FI", "fr", "fr-CA", "fr-CH",
          "he", "hr", "hu", "hy", "id", "id-ID", "it", "ja", "ka", "ko", "lv", "mk", "nb-NO", "nl",
          "nl-BE", "no-NO", "pl", "pt", "pt-BR", "ro-MD", "ru", "sk", "sq", "sv", "sv-SE", "ta",
          "th", "tr", "uk", "uz", "vi", "zh-CN", "zh-TW");

  private FakeNames() {}

  private static Map<String, String> same() {
    Map<String, String> same = new HashMap<>();
    String[][] pairs = {
      {"person.fullName", "name.fullName"},
      {"person.middleName", "name.firstName"},
      {"person.sex", "gender.binaryTypes"},
      {"person.gender", "gender.types"},
      {"person.jobTitle", "job.title"},
      {"person.jobArea", "job.field"},
      {"person.jobType", "job.position"},
      {"person.zodiacSign", "zodiac.sign"},
      {"internet.email", "internet.emailAddress"},
      {"internet.exampleEmail", "internet.safeEmailAddress"},
      {"internet.userName", "internet.username"},
      {"internet.displayName", "internet.username"},
      {"internet.ip", "internet.ipV4Address"},
      {"internet.ipv4", "internet.ipV4Address"},
      {"internet.ipv6", "internet.ipV6Address"},
      {"internet.mac", "internet.macAddress"},
      {"internet.color", "color.hex"},
      {"internet.emoji", "emoji.smiley"},
      {"location.street", "address.streetName"},
      {"location.zipCode", "address.zipCode"},
      {"address.street", "address.streetName"},
      {"company.companyName", "company.name"},
      {"company.buzzPhrase", "company.bs"},
      {"phone.number", "phoneNumber.phoneNumber"},
      {"phone.phoneNumber", "phoneNumber.phoneNumber"},
      {"phone.imei", "code.imei"},
      {"lorem.text", "lorem.paragraph"},
      {"commerce.product", "commerce.productName"},
      {"commerce.productMaterial", "commerce.material"},
      {"commerce.isbn", "code.isbn13"},
      {"finance.accountNumber", "finance.usRoutingNumber"},
      {"finance.creditCardNumber", "finance.creditCard"},
      {"finance.creditCardCVV", "business.securityCode"},
      {"finance.creditCardIssuer", "business.creditCardType"},
      {"finance.currencyCode", "currency.code"},
      {"finance.currencyName", "currency.name"},
      {"finance.currencySymbol", "money.currencySymbol"},
      {"color.human", "color.name"},
      {"color.rgb", "color.hex"},
      {"datatype.boolean", "bool.bool"},
      {"string.uuid", "internet.uuid"},
      {"number.int", "number.randomNumber"},
      {"vehicle.vehicle", "vehicle.makeAndModel"},
      {"vehicle.type", "vehicle.carType"},
      {"vehicle.fuel", "vehicle.fuelType"},
      {"vehicle.vrm", "vehicle.licensePlate"},
      {"animal.type", "animal.name"},
      {"book.series", "book.title"},
      {"system.fileName", "file.fileName"},
      {"system.mimeType", "file.mimeType"},
      {"system.fileExt", "file.extension"},
      {"hacker.phrase", "company.catchPhrase"},
      {"science.chemicalElement", "science.element"},
      {"airline.airline", "aviation.airline"},
      {"airline.airport", "aviation.airport"},
      {"airline.flightNumber", "aviation.flight"},
      {"image.avatar", "avatar.image"},
      {"image.url", "internet.image"},
    };
    for (String[] pair : pairs) {
      same.put(pair[0], pair[1]);
    }
    return Map.copyOf(same);
  }
}
