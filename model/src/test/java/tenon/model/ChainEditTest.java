package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainEditTest {

  private static Chain chain() {
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
    regions.row().set("region_id", "north").set("latitude", 40);
    regions.row().set("region_id", "south").set("name", "South").set("latitude", 30);
    return Chain.of(Map.of(Resource.REGIONS, regions.build()));
  }

  @Test
  void cellsAreSetAndTheGivenChainStays() {
    Chain given = chain();
    Chain changed =
        ChainEdit.of(given)
            .set(Resource.REGIONS, 0, "latitude", 41.5)
            .set(Resource.REGIONS, 1, "name", (String) null)
            .chain();
    Columns before = given.table(Resource.REGIONS);
    Columns after = changed.table(Resource.REGIONS);
    assertThat(before.number("latitude", 0)).isEqualTo(40);
    assertThat(after.number("latitude", 0)).isEqualTo(41.5);
    assertThat(after.number("latitude", 1)).isEqualTo(30);
    assertThat(before.text("name", 1)).isEqualTo("South");
    assertThat(after.text("name", 1)).isNull();
  }

  @Test
  void rowsComeAndGo() {
    Chain changed =
        ChainEdit.of(chain())
            .drop(Resource.REGIONS, 0)
            .addLike(Resource.REGIONS, 1, row -> row.set("region_id", "west"))
            .add(Resource.REGIONS, row -> row.set("region_id", "east"))
            .chain();
    Columns after = changed.table(Resource.REGIONS);
    assertThat(changed.regions().keys().stream()).containsExactly("south", "west", "east");
    assertThat(after.text("name", 1)).isEqualTo("South");
    assertThat(after.number("latitude", 2)).isNaN();
  }
}
