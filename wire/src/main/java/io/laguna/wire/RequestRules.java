package io.laguna.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The rules that hold for the requests of every service: no text has the character U+0000, which no pattern of AWS's
 * allows and no PostgreSQL keeps, and numbers are in the ranges of AWS's model.
 */
final class RequestRules {
    private static final String NO_NUL = "Member must not have the character U+0000";

    private final List<String> broken = new ArrayList<>();

    private RequestRules() {}

    /** Returns the message of AWS about all that is wrong with a request; empty when nothing is. */
    static Optional<String> broken(Operation operation, SdkPojo request, boolean texts) {
        RequestRules rules = new RequestRules();
        for (SdkField<?> field : request.sdkFields()) {
            Optional<Object> value = Shape.valueOf(field, request);
            operation.rules(field.memberName()).forEach(rule -> value.filter(Number.class::isInstance)
                    .flatMap(number -> rule.broken((Number) number))
                    .ifPresent(constraint ->
                            rules.add("Value '" + value.get() + "' at", name(field.memberName()), constraint)));
            if (texts) {
                value.ifPresent(given -> rules.check(name(field.memberName()), given));
            }
        }
        if (rules.broken.isEmpty()) {
            return Optional.empty();
        }
        rules.addMissing(operation, request);
        int count = rules.broken.size();
        return Optional.of(count + " validation error" + (count == 1 ? "" : "s") + " detected: "
                + String.join("; ", rules.broken));
    }

    /** Adds the members that are not there. A request whose only fault they are is refused by its service, in its own words. */
    private void addMissing(Operation operation, SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (operation.requiredMembers().contains(field.memberName())
                    && Shape.valueOf(field, request).isEmpty()) {
                add("Value null at", name(field.memberName()), "Member must not be null");
            }
        }
    }

    private void check(String path, Object value) {
        if (value instanceof String text) {
            checkText(path, text);
        } else if (value instanceof SdkPojo structure) {
            for (SdkField<?> field : structure.sdkFields()) {
                Shape.valueOf(field, structure)
                        .ifPresent(member -> check(path + "." + name(field.memberName()), member));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(path + "." + (i + 1) + ".member", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                checkText(path + ".member.key", (String) key);
                check(path + "." + ((String) key).replace('\0', '\uFFFD') + ".member", member);
            });
        }
    }

    private void checkText(String path, String text) {
        if (text.indexOf('\0') >= 0) {
            add("Value at", path, NO_NUL);
        }
    }

    private void add(String value, String path, String constraint) {
        broken.add(value + " '" + path + "' failed to satisfy constraint: " + constraint);
    }

    private static String name(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }
}
