package io.laguna.emulator.glue.workflow.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.Trigger;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;

/** The rule by which triggers fire, over the cases in {@code firing.txt}. */
class FiringRuleTest {
    private static final Pattern TRIGGER = Pattern.compile("(\\w+) (\\w+) (AND|ANY) (.+)");
    private static final Pattern END = Pattern.compile("(job|crawler) (\\w+) (\\w+)");

    @TestFactory
    Stream<DynamicTest> triggersFireAsTheTableSays() throws IOException {
        try (InputStream stream = FiringRuleTest.class.getResourceAsStream("firing.txt")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^== "))
                    .skip(1)
                    .map(block -> block.lines().toList())
                    .map(lines -> DynamicTest.dynamicTest(lines.get(0), () -> check(lines)));
        }
    }

    private static void check(List<String> lines) {
        List<Trigger> triggers = new ArrayList<>();
        List<Ended> seen = new ArrayList<>();
        Set<String> fired = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("trigger ")) {
                triggers.add(trigger(line.substring("trigger ".length())));
            } else if (line.startsWith("end ")) {
                String[] parts = line.substring("end ".length()).split("\\s*->\\s*", -1);
                seen.add(end(parts[0]));
                assertThat(fire(triggers, fired, seen)).as(line).isEqualTo(parts[1]);
            } else {
                assertThat(line).isBlank();
            }
        }
    }

    /** Lets what fires fire, and returns it as the table tells it: a trigger, and the runs for which it fires. */
    private static String fire(List<Trigger> triggers, Set<String> fired, List<Ended> seen) {
        List<String> told = new ArrayList<>();
        for (Trigger trigger : triggers) {
            FiringRule.fires(trigger, fired, seen).ifPresent(causes -> {
                fired.add(trigger.name());
                told.add(trigger.name() + " for "
                        + String.join(" ", causes.stream().map(Ended::run).toList()));
            });
        }
        return told.isEmpty() ? "nothing" : String.join(", ", told);
    }

    private static Trigger trigger(String text) {
        Matcher form = TRIGGER.matcher(text);
        assertThat(form.matches()).as(text).isTrue();
        List<Condition> conditions = Arrays.stream(form.group(4).split(",\\s*", -1))
                .map(FiringRuleTest::condition)
                .toList();
        return Trigger.builder()
                .name(form.group(1))
                .type(TriggerType.CONDITIONAL)
                .state(TriggerState.fromValue(form.group(2)))
                .predicate(predicate ->
                        predicate.logical(Logical.fromValue(form.group(3))).conditions(conditions))
                .build();
    }

    private static Condition condition(String text) {
        Matcher form = END.matcher(text);
        assertThat(form.matches()).as(text).isTrue();
        return form.group(1).equals("job")
                ? Condition.builder()
                        .jobName(form.group(2))
                        .state(form.group(3))
                        .build()
                : Condition.builder()
                        .crawlerName(form.group(2))
                        .crawlState(form.group(3))
                        .build();
    }

    private static Ended end(String text) {
        Matcher form = END.matcher(text.strip());
        assertThat(form.matches()).as(text).isTrue();
        Ended.Kind kind = form.group(1).equals("job") ? Ended.Kind.JOB : Ended.Kind.CRAWLER;
        return new Ended(kind, form.group(2), form.group(3), form.group(2));
    }
}
