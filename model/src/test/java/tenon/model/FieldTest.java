package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldTest {

  @Test
  void anAmountIsNotNegative() {
    Field field = Field.amount("x", "an amount");
    assertThat(field.allows(0)).isTrue();
    assertThat(field.allows(1e300)).isTrue();
    assertThat(field.allows(-1e-300)).isFalse();
    assertThat(field.allows(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(field.allows(Double.NaN)).as("unknown").isTrue();
  }

  @Test
  void onlyUnlimitedFieldsTakeInfinityAndOnlyAboveZero() {
    Field field = Field.amount("x", "an amount").orUnlimited();
    assertThat(field.allows(Double.POSITIVE_INFINITY)).isTrue();
    assertThat(field.allows(Double.NEGATIVE_INFINITY)).isFalse();
  }

  @Test
  void aBoundMayItselfBeExcluded() {
    Field field = Field.number("x", "a yield").above(0).atMost(1);
    assertThat(field.allows(0)).isFalse();
    assertThat(field.allows(Double.MIN_VALUE)).isTrue();
    assertThat(field.allows(1)).isTrue();
    assertThat(field.allows(Math.nextUp(1.0))).isFalse();
  }

  @Test
  void wholeNumbersHaveNoFraction() {
    Field field = Field.number("x", "a class").between(0, 2).inWhole();
    assertThat(field.allows(2)).isTrue();
    assertThat(field.allows(1.5)).isFalse();
  }

  @Test
  void aNumberWithoutBoundsTakesAnyFiniteNumber() {
    Field field = Field.number("x", "a balance");
    assertThat(field.allows(-1e300)).isTrue();
    assertThat(field.allows(Double.NEGATIVE_INFINITY)).isFalse();
  }

  @Test
  void everyResourceHasAKeyAndColumnsOfDifferentNames() {
    for (Resource resource : Resource.values()) {
      assertThat(resource.key()).as(resource.title()).isNotEmpty();
      Set<String> names = new HashSet<>();
      for (Field field : resource.fields()) {
        assertThat(names.add(field.name())).as(resource.title() + "." + field.name()).isTrue();
        assertThat(field.meaning()).as(field.name()).isNotBlank();
        assertThat(field.categories().isEmpty())
            .as(field.name())
            .isEqualTo(field.type() != Field.Type.CATEGORY);
      }
    }
  }

  @Test
  void everyReferenceNamesAResourceWithOneId() {
    for (Resource resource : Resource.values()) {
      for (Field field : resource.fields()) {
        if (field.type() != Field.Type.REF) {
          assertThat(field.reference()).isNull();
          continue;
        }
        String title = field.reference();
        assertThat(title).isNotNull();
        Resource target = Resource.named(String.valueOf(title));
        assertThat(target).as(field.name()).isNotNull();
        List<Field> key = target == null ? List.of() : target.key();
        assertThat(key).extracting(Field::type).containsExactly(Field.Type.ID);
      }
    }
  }

  @Test
  void resourcesAreFoundByTheirTitle() {
    assertThat(Resource.named("demand_series")).isEqualTo(Resource.DEMAND_SERIES);
    assertThat(Resource.named("DEMAND")).isNull();
    assertThat(Resource.SITES.find("kind")).isEqualTo(3);
    assertThat(Resource.SITES.find("Kind")).isEqualTo(-1);
  }
}
