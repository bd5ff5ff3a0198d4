package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * Grants of access control lists, from all forms in which requests have them. They are kept and told, and say what anybody
 * may do without a signature.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Access control list overview</a>
 */
record Grants(Owner owner) {
    static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
    static final String AUTHENTICATED_USERS = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    private static final Pattern GRANTEE = Pattern.compile("\\s*(id|uri|emailAddress)\\s*=\\s*\"?([^\",]*)\"?\\s*");
    private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");

    /** The members of requests with grants, in the order in which an answer has them. */
    private static final List<Map.Entry<String, Permission>> HEADERS = List.of(
            Map.entry("GrantRead", Permission.READ),
            Map.entry("GrantWrite", Permission.WRITE),
            Map.entry("GrantReadACP", Permission.READ_ACP),
            Map.entry("GrantWriteACP", Permission.WRITE_ACP),
            Map.entry("GrantFullControl", Permission.FULL_CONTROL));

    /** Returns the grants that the headers of a request state; empty where they state none. */
    Optional<AccessControlPolicy> ofHeaders(SdkPojo request) {
        Optional<String> canned = Members.text(request, "ACL");
        List<Grant> granted = new ArrayList<>();
        HEADERS.forEach(each -> Members.text(request, each.getKey())
                .ifPresent(header -> granted.addAll(ofHeader(header, each.getValue()))));
        if (canned.isPresent() && !granted.isEmpty()) {
            throw Failure.INVALID_REQUEST.exception("Specifying both Canned ACLs and Header Grants is not allowed");
        }
        if (canned.isPresent()) {
            return Optional.of(policy(canned(canned.get())));
        }
        return granted.isEmpty() ? Optional.empty() : Optional.of(policy(granted));
    }

    /** Returns the policy that a document gives; refuses one that is malformed or names another owner. */
    AccessControlPolicy ofDocument(AccessControlPolicy document) {
        Optional<String> named = Optional.ofNullable(document.owner()).map(Owner::id);
        if (named.isEmpty()) {
            throw Failure.MALFORMED_ACL.exception();
        }
        if (!named.get().equals(owner.id())) {
            throw Failure.ACCESS_DENIED.exception();
        }
        return policy(document.grants().stream().map(this::checked).toList());
    }

    AccessControlPolicy ownersOnly() {
        return policy(List.of(full()));
    }

    /** Tells whether anybody but the owner has a grant. */
    boolean grantsOthers(AccessControlPolicy policy) {
        return policy.grants().stream()
                .map(grant -> Optional.ofNullable(grant.grantee().id()))
                .anyMatch(id -> !id.equals(Optional.of(owner.id())));
    }

    static boolean isPublic(AccessControlPolicy policy) {
        return policy.grants().stream()
                .map(grant -> Optional.ofNullable(grant.grantee().uri()).orElse(""))
                .anyMatch(uri -> uri.equals(ALL_USERS) || uri.equals(AUTHENTICATED_USERS));
    }

    private AccessControlPolicy policy(List<Grant> grants) {
        return AccessControlPolicy.builder().owner(owner).grants(grants).build();
    }

    private List<Grant> canned(String name) {
        return switch (name) {
            case "private", "bucket-owner-full-control", "bucket-owner-read" -> List.of(full());
            case "public-read" -> List.of(full(), group(ALL_USERS, Permission.READ));
            case "public-read-write" -> List.of(
                    full(), group(ALL_USERS, Permission.READ), group(ALL_USERS, Permission.WRITE));
            case "authenticated-read" -> List.of(full(), group(AUTHENTICATED_USERS, Permission.READ));
            case "aws-exec-read" -> List.of(full());
            case "log-delivery-write" -> List.of(
                    full(), group(LOG_DELIVERY, Permission.WRITE), group(LOG_DELIVERY, Permission.READ_ACP));
            default -> throw Arguments.invalid("x-amz-acl", name, "");
        };
    }

    private List<Grant> ofHeader(String header, Permission permission) {
        List<Grant> grants = new ArrayList<>();
        for (String each : header.split(",", -1)) {
            Matcher matcher = GRANTEE.matcher(each);
            if (!matcher.matches()) {
                throw Arguments.invalid("x-amz-grant", header, "Argument format not recognized");
            }
            Grantee.Builder grantee = Grantee.builder();
            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                case "id" -> grantee.type(Type.CANONICAL_USER).id(matcher.group(2));
                case "uri" -> grantee.type(Type.GROUP).uri(matcher.group(2));
                default -> grantee.type(Type.AMAZON_CUSTOMER_BY_EMAIL).emailAddress(matcher.group(2));
            }
            grants.add(checked(Grant.builder()
                    .grantee(grantee.build())
                    .permission(permission)
                    .build()));
        }
        return grants;
    }

    /** Nobody's address of electronic mail is known here, as nowhere in AWS any more. */
    private Grant checked(Grant grant) {
        Grantee grantee = Optional.ofNullable(grant.grantee()).orElseThrow(Failure.MALFORMED_ACL::exception);
        boolean known = Optional.ofNullable(grant.permission())
                .filter(permission -> permission != Permission.UNKNOWN_TO_SDK_VERSION)
                .isPresent();
        if (!known) {
            throw Failure.MALFORMED_ACL.exception();
        }
        Type type = Optional.ofNullable(grantee.type()).orElse(Type.UNKNOWN_TO_SDK_VERSION);
        return switch (type) {
            case CANONICAL_USER -> {
                String id = Optional.ofNullable(grantee.id()).orElse("");
                if (!CANONICAL_ID.matcher(id).matches()) {
                    throw Arguments.invalid("CanonicalUser/ID", id, "Invalid id");
                }
                yield id.equals(owner.id())
                        ? grant.toBuilder()
                                .grantee(each ->
                                        each.type(Type.CANONICAL_USER).id(id).displayName(owner.displayName()))
                                .build()
                        : grant;
            }
            case GROUP -> {
                String uri = Optional.ofNullable(grantee.uri()).orElse("");
                if (!List.of(ALL_USERS, AUTHENTICATED_USERS, LOG_DELIVERY).contains(uri)) {
                    throw Arguments.invalid("Group/URI", uri, "Invalid group uri");
                }
                yield grant;
            }
            case AMAZON_CUSTOMER_BY_EMAIL -> throw Failure.UNRESOLVABLE_GRANT.exception();
            case UNKNOWN_TO_SDK_VERSION -> throw Failure.MALFORMED_ACL.exception();
        };
    }

    private Grant full() {
        return Grant.builder()
                .grantee(Grantee.builder()
                        .type(Type.CANONICAL_USER)
                        .id(owner.id())
                        .displayName(owner.displayName())
                        .build())
                .permission(Permission.FULL_CONTROL)
                .build();
    }

    private static Grant group(String uri, Permission permission) {
        return Grant.builder()
                .grantee(Grantee.builder().type(Type.GROUP).uri(uri).build())
                .permission(permission)
                .build();
    }
}
