package tenon.packages.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private final Places places = Places.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Aurobindo Unit III, India                    | IN | COUNTRY
          Hetero Unit III Hyderabad IN                 | IN | CITY
          Hetero, Jadcherla, unit 5, IN                | IN | CODE
          GSK Ware (UK)                                | GB | CITY
          GSK U1 (UK)                                  | GB | CODE
          MSD, Haarlem, NL                             | NL | CITY
          MSD Elkton USA                               | US | CODE
          MSD Manati, Puerto Rico, (USA)               | PR | COUNTRY
          Aspen-OSD, Port Elizabeth, SA                | ZA | CITY
          MSD Midrand, J'burg, SA                      | ZA | CITY
          GSK Cape Town Factory (South Africa)         | ZA | COUNTRY
          Mylan (formerly Matrix) Nashik               | IN | CITY
          ABBVIE GmbH & Co.KG Wiesbaden                | DE | CITY
          Boehringer Ingelheim Roxane US               | US | CODE
          KHB Test Kit Facility, Shanghai China        | CN | COUNTRY
          INVERNESS MEDICAL INNOVATIONS HONG KONG LTD  | HK | COUNTRY
          Depot, South Sudan                           | SS | COUNTRY
          """)
  void theCountryOfASiteIsGuessedFromItsName(String name, String jurisdiction, Places.Basis basis) {
    assertThat(places.guess(name)).isEqualTo(new Places.Guess(jurisdiction, basis));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Trinity Biotech, Plc
          PLURIPHARM SA
          NOVARTIS PHARMA SERVICES AG
          Abbott GmbH & Co. KG
          INVERNESS ANY
          Software House
          """)
  void aFormOfFirmOrPartOfAWordIsNoCountry(String name) {
    assertThat(places.guess(name).basis()).isEqualTo(Places.Basis.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Congo, DRC     | CD
          Côte d'Ivoire  | CI
          Swaziland      | SZ
          Vietnam        | VN
          Tanzania       | TZ
          Kyrgyzstan     | KG
          Burma          | MM
          Lesotho        | LS
          """)
  void clientCountriesHaveCodes(String name, String jurisdiction) {
    assertThat(places.country(name)).isEqualTo(jurisdiction);
  }

  @Test
  void aCountryMustBeNamedWhole() {
    assertThat(places.country("Kenya Medical Supplies")).isNull();
  }
}
