package io.laguna.emulator.glue;

import io.laguna.emulator.kit.Caller;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.glue.model.GlueRequest;

/** Whose catalog is asked for: every account sees the one there is as its own. */
record Account(Caller caller) {
    /** What would be answered wrongly if it were passed over: transactions, time travel and views of several dialects. */
    private static final Set<String> NOT_BUILT = Set.of("QueryAsOfTime", "TransactionId", "ViewUpdateAction");

    /**
     * Checks what requests of the catalog have in common. Of CatalogId the API says: "If none is provided, the Amazon Web
     * Services account ID is used by default."
     */
    void check(GlueRequest request) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (value != null) {
                check(field.memberName(), value);
            }
        }
    }

    /** Checks the id of a catalog that is said in another way. */
    void check(String catalogId) {
        if (catalogId != null && !catalogId.equals(caller.accountId())) {
            throw Failures.notFound("Catalog " + catalogId + " not found.");
        }
    }

    private void check(String member, Object value) {
        if (member.equals("CatalogId")) {
            check(value.toString());
        }
        if (NOT_BUILT.contains(member)) {
            throw Failures.invalid(member + " is not implemented by Laguna.");
        }
    }

    String id() {
        return caller.accountId();
    }
}
