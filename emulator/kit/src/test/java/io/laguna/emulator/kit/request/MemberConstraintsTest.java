package io.laguna.emulator.kit.request;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MemberConstraintsTest {
    private static final Pattern NAME = Pattern.compile("^[a-z]+$");

    private static final class Constraints extends MemberConstraints<Constraints> {
        public Constraints() {
            super(5, IllegalArgumentException::new);
        }

        @Override
        protected Constraints self() {
            return this;
        }
    }

    @Test
    void aPatternIsHeldAgainstTheWholeTextAndNoLineBreakFitsBehindIt() {
        assertThatNoException()
                .isThrownBy(() -> new Constraints().pattern("name", "abc", NAME).check());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Constraints().pattern("name", "abc\n", NAME).check())
                .withMessage("1 validation error detected: Value 'abc\n' at 'name' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: ^[a-z]+$");
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndLongValuesAreCut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constraints()
                        .present("role", null)
                        .length("name", "abcdefgh", 1, 7)
                        .range("maxResults", 0, 1, 50)
                        .oneOf("state", "ON", List.of("UP", "DOWN"))
                        .size("ids", List.of(), 1, 2)
                        .parameters("parameters", Map.of("", "x"), 1)
                        .check())
                .withMessage("6 validation errors detected:"
                        + " Value null at 'role' failed to satisfy constraint: Member must not be null;"
                        + " Value 'abcde...' at 'name' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 7;"
                        + " Value '0' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 1;"
                        + " Value 'ON' at 'state' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [UP, DOWN];"
                        + " Value '[]' at 'ids' failed to satisfy constraint:"
                        + " Member must have length greater than or equal to 1;"
                        + " Value '' at 'parameters..member.key' failed to satisfy constraint:"
                        + " Member must have length greater than or equal to 1");
    }

    @Test
    void noTextHasNulWhichTheStateCannotKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constraints().length("name", "a\0", 0, 5).check())
                .withMessageContaining("at 'name' failed to satisfy constraint: Member must not have the character");
    }

    @Test
    void aMemberThatIsNotGivenBreaksOnlyWhatHasToBeThere() {
        assertThatNoException().isThrownBy(() -> new Constraints()
                .length("name", null, 1, 2)
                .range("maxResults", null, 1, 2)
                .pattern("name", null, NAME)
                .oneOf("state", null, List.of())
                .check());
    }
}
