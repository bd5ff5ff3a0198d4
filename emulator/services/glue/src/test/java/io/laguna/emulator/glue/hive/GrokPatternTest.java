package io.laguna.emulator.glue.hive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the values that columns get, as RegexSerDe fills them. */
class GrokPatternTest {
    private static final String MAIL = "%{SYSLOGBASE} %{POSTFIX_QUEUEID:queue_id}: %{GREEDYDATA:syslog_message}";
    private static final String MAIL_PATTERNS = "POSTFIX_QUEUEID [0-9A-F]{7,12}";
    private static final String MAIL_LINE =
            "Feb  9 07:15:00 m4eastmail postfix/smtpd[19305]: B88C4120838: connect from unknown[192.168.55.4]";

    @Test
    void aColumnHasWhatThePartOfItsNameHasFound() {
        assertThat(columns(MAIL, MAIL_PATTERNS, List.of("syslogbase", "queue_id", "syslog_message"), MAIL_LINE))
                .containsExactly(
                        "Feb  9 07:15:00 m4eastmail postfix/smtpd[19305]:",
                        "B88C4120838",
                        "connect from unknown[192.168.55.4]");
    }

    @Test
    void partsInsideOfPartsAreColumnsToo() {
        assertThat(columns(MAIL, MAIL_PATTERNS, List.of("logsource", "program", "pid"), MAIL_LINE))
                .containsExactly("m4eastmail", "postfix/smtpd", "19305");
    }

    @Test
    void theOrderOfColumnsIsTheirOwnAndWhatIsNoPartIsNull() {
        assertThat(columns(
                        "%{IP:client} %{WORD:Verb} %{INT:status:int}",
                        "", List.of("status", "nothing", "client", "verb"), "at 10.0.0.1 GET 200 it was"))
                .containsExactly("200", null, "10.0.0.1", "GET");
    }

    @Test
    void groupsOfOnesOwnPatternsAreNoColumns() {
        assertThat(columns(
                        "%{INSIDE_QS:a} %{INSIDE_BRACKETS:b} (?<c>x+)\\(\\Q(y)\\E[(\\]]",
                        "INSIDE_QS \"([^\\\"]*)\"\\nINSIDE_BRACKETS \\[([^\\]]*)\\]",
                        List.of("a", "b", "c"),
                        "\"q\" [z] xx((y)("))
                .containsExactly("\"q\"", "[z]", "xx");
    }

    @Test
    void aLineThatDoesNotMatchHasNothing() {
        assertThat(columns("%{IP:client}", "", List.of("client"), "nobody")).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        assertThatThrownBy(() -> GrokPattern.of("%{NOWHERE:a}", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No definition for key 'NOWHERE'");
        assertThatThrownBy(() -> GrokPattern.of("", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GrokPattern.of("%{WORD:a} (x)\\1", "")).hasMessageContaining("refers back");
        assertThatThrownBy(() -> GrokPattern.of("%{WORD:a} (x", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> columns(String format, String custom, List<String> columns, String line) {
        Matcher matcher =
                Pattern.compile(GrokPattern.of(format, custom).regex(columns)).matcher(line);
        if (!matcher.matches()) {
            return List.of();
        }
        assertThat(matcher.groupCount()).isEqualTo(columns.size());
        return IntStream.rangeClosed(1, columns.size()).mapToObj(matcher::group).toList();
    }
}
