package io.laguna.emulator.glue.request;

import java.util.Map;

/** The rules for the tags of a resource: "Each resource can have a maximum of 50 tags." */
public final class TagRules {
    private static final int MOST = 50;

    private TagRules() {}

    /** Checks the tags that a request gives, or those that a resource has afterwards. */
    public static void check(Map<String, String> tags) {
        Constraints constraints = new Constraints();
        tags.forEach((key, value) -> constraints
                .length("tags." + key + ".member.key", key, 1, 128)
                .length("tags." + key + ".member", value, 0, 256));
        constraints.check();
        if (tags.size() > MOST) {
            throw Failures.invalid("A resource may have " + MOST + " tags.");
        }
    }
}
