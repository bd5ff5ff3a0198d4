package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.regex.Pattern;

/** The actions of statements: {@code s3:GetObject}. */
final class Actions {
    private static final Pattern VENDOR = Pattern.compile("[a-zA-Z0-9\\-.]*");

    private Actions() {}

    static void check(JsonNode actions) {
        PolicyDocument.values(actions).forEach(action -> check(action.asText()));
    }

    private static void check(String action) {
        if (action.equals("*")) {
            return;
        }
        String[] parts = action.split(":", -1);
        if (parts.length == 1) {
            throw Failures.malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        if (parts.length > 2) {
            throw Failures.malformed("Actions/Condition can contain only one colon.");
        }
        if (!parts[0].equals("*") && !VENDOR.matcher(parts[0]).matches()) {
            throw Failures.malformed("Vendor " + parts[0] + " is not valid");
        }
    }
}
