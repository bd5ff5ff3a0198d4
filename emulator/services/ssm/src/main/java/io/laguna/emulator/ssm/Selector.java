package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The way in which a request names a parameter: by its name or ARN, and perhaps a version or a label behind a colon.
 *
 * @param given the request's own text
 * @param selector {@code :3} or {@code :label}
 */
record Selector(String given, String name, Optional<String> selector) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static Selector of(Caller caller, String given) {
        int parts = given.startsWith("arn:") ? 6 : 0;
        int colon = given.indexOf(':', end(given, parts));
        String name = colon < 0 ? given : given.substring(0, colon);
        return new Selector(
                given,
                ParameterName.ofArn(caller, name),
                colon < 0 ? Optional.empty() : Optional.of(given.substring(colon + 1)));
    }

    /** Returns where the last part of an ARN begins: only a colon behind it is a selector's. */
    private static int end(String given, int parts) {
        int from = 0;
        for (int part = 1; part < parts; part++) {
            int next = given.indexOf(':', from);
            if (next < 0) {
                return given.length();
            }
            from = next + 1;
        }
        return from;
    }

    /** Returns the version that is meant; empty where there is no parameter of the name. */
    Optional<ParameterRecord> find(Handle handle, Caller caller) {
        List<ParameterRecord> history = new ParameterRecords(handle).history(caller, name);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(selector.map(wanted -> version(history, wanted)).orElseGet(() -> history.stream()
                .max(Comparator.comparing(ParameterRecord::version))
                .orElseThrow()));
    }

    private ParameterRecord version(List<ParameterRecord> history, String wanted) {
        return history.stream()
                .filter(version -> NUMBER.matcher(wanted).matches()
                        ? version.version() == Long.parseLong(wanted)
                        : version.labels().contains(wanted))
                .findFirst()
                .orElseThrow(() -> Failures.noVersion(name, wanted));
    }
}
