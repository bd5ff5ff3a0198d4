package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.Caller;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.glue.model.GlueRequest;

/** The account whose catalog a request asks for. There is one catalog, and every account sees it as its own. */
record Account(Caller caller) {
    /**
     * The members for features that are not built: transactions, time travel and views of several dialects. To ignore
     * such a member would give a wrong answer.
     */
    private static final Set<String> NOT_BUILT = Set.of("QueryAsOfTime", "TransactionId", "ViewUpdateAction");

    /**
     * Checks the members that all requests of the catalog have. Of CatalogId the API says: "If none is provided, the
     * Amazon Web Services account ID is used by default."
     */
    void check(GlueRequest request) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (value != null) {
                check(field.memberName(), value);
            }
        }
    }

    /** Checks the id of a catalog that a request gives in another way. */
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
