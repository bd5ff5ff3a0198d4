package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader of a form's signature: it takes from the fields who signed the policy. */
public final class FormClaim {
    private FormClaim() {}

    /** Returns who signed the policy; empty where nobody has. */
    public static Optional<Claim> of(Map<String, String> fields) throws Refusal {
        Optional<String> token = Optional.ofNullable(fields.get("x-amz-security-token"));
        if (fields.containsKey("x-amz-signature") || fields.containsKey("x-amz-credential")) {
            Scope scope = Optional.ofNullable(fields.get("x-amz-credential"))
                    .flatMap(Scope::parse)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.INCOMPLETE_QUERY,
                            "Error parsing the X-Amz-Credential parameter; the Credential is mal-formed"));
            return Optional.of(new Claim.Signed(
                    scope,
                    Set.of(),
                    fields.getOrDefault("x-amz-signature", ""),
                    fields.getOrDefault("x-amz-date", ""),
                    Optional.empty(),
                    token));
        }
        if (fields.containsKey("awsaccesskeyid")) {
            return Optional.of(new Claim.PresignedV2(
                    fields.get("awsaccesskeyid"), fields.getOrDefault("signature", ""), "", token));
        }
        return Optional.empty();
    }
}
