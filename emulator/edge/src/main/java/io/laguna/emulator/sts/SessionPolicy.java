package io.laguna.emulator.sts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;

/** A policy that a request carries. It is checked for its form only; Laguna forbids nothing by it. */
final class SessionPolicy {
    private SessionPolicy() {}

    static void check(String policy) {
        if (policy == null) {
            return;
        }
        try {
            JsonNode document = new ObjectMapper().readTree(policy);
            if (!document.isObject() || !document.has("Statement")) {
                throw malformed("Syntax errors in policy.");
            }
        } catch (IOException e) {
            throw malformed("This policy contains invalid Json");
        }
    }

    private static MalformedPolicyDocumentException malformed(String why) {
        return MalformedPolicyDocumentException.builder().message(why).build();
    }
}
