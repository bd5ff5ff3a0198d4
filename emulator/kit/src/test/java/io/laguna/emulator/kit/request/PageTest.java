package io.laguna.emulator.kit.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void entriesThatComeAndGoBetweenTwoPagesNeitherRepeatNorHideOthers() {
        Page<String> first = sorted(List.of("a", "c", "e"), "");
        assertThat(first.entries()).containsExactly("a", "c");

        Page<String> second =
                sorted(List.of("a", "b", "d", "e"), first.nextToken().orElseThrow());

        assertThat(second).isEqualTo(new Page<>(List.of("d", "e"), Optional.empty()));
    }

    @Test
    void aListInAnOrderOfItsOwnGoesOnBehindTheEntryOfTheToken() {
        Page<String> first = ordered(List.of("c", "a", "b"), null);

        Page<String> second =
                ordered(List.of("d", "c", "a", "b"), first.nextToken().orElseThrow());

        assertThat(first.entries()).containsExactly("c", "a");
        assertThat(second.entries()).containsExactly("b");
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aTokenThatNoPageGaveOutIsRefused() {
        for (String token : List.of("x", "%", "YWZ0ZXI", PageToken.after("a\0"))) {
            assertThatThrownBy(() -> sorted(List.of("a"), token))
                    .as(token)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bad token");
        }
        assertThatThrownBy(() -> ordered(List.of("a"), PageToken.after("b"))).hasMessage("bad token");
    }

    @Test
    void thePageIsTheLargestWhereNoSizeIsAskedFor() {
        assertThat(Page.size(null, 50)).isEqualTo(50);
        assertThat(Page.size(0, 50)).isEqualTo(50);
        assertThat(Page.size(7, 50)).isEqualTo(7);
    }

    private static Page<String> sorted(List<String> entries, String token) {
        return Page.ofSorted(entries, Function.identity(), token, 2, PageTest::badToken);
    }

    private static Page<String> ordered(List<String> entries, String token) {
        return Page.ofOrdered(entries, Function.identity(), token, 2, PageTest::badToken);
    }

    private static IllegalArgumentException badToken() {
        return new IllegalArgumentException("bad token");
    }
}
