package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.Condition;
import software.amazon.awssdk.services.s3.model.Protocol;
import software.amazon.awssdk.services.s3.model.Redirect;
import software.amazon.awssdk.services.s3.model.RedirectAllRequestsTo;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/**
 * The rules of configurations of websites.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">PutBucketWebsite</a>
 */
final class WebsiteRules {
    private static final int MOST_RULES = 50;

    private WebsiteRules() {}

    static void check(WebsiteConfiguration website) {
        Optional<RedirectAllRequestsTo> all = Optional.ofNullable(website.redirectAllRequestsTo());
        boolean others =
                website.indexDocument() != null || website.errorDocument() != null || website.hasRoutingRules();
        if (all.isPresent() && others) {
            throw Arguments.invalid(
                    "RedirectAllRequestsTo",
                    "not null",
                    "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
        }
        all.ifPresent(redirect -> checkProtocol(Optional.ofNullable(redirect.protocol())));
        if (all.isEmpty()) {
            checkIndex(website);
        }
        if (website.routingRules().size() > MOST_RULES) {
            throw invalid(website.routingRules().size() + " routing rules provided, the number of routing rules in a"
                    + " website configuration is limited to " + MOST_RULES + ".");
        }
        website.routingRules().forEach(WebsiteRules::checkRule);
    }

    private static void checkIndex(WebsiteConfiguration website) {
        if (website.indexDocument() == null) {
            throw Arguments.invalid(
                    "IndexDocument",
                    "null",
                    "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
        }
        String suffix = website.indexDocument().suffix();
        if (suffix.isEmpty() || suffix.indexOf('/') >= 0) {
            throw Arguments.invalid("IndexDocument", suffix, "The IndexDocument Suffix is not well formed");
        }
        if (website.errorDocument() != null && website.errorDocument().key().isEmpty()) {
            throw Arguments.invalid("ErrorDocument", "", "The ErrorDocument Key is not well formed");
        }
    }

    private static void checkRule(RoutingRule rule) {
        Optional.ofNullable(rule.condition()).ifPresent(WebsiteRules::checkCondition);
        Redirect redirect = rule.redirect();
        if (redirect.replaceKeyWith() != null && redirect.replaceKeyPrefixWith() != null) {
            throw invalid("You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
        }
        checkProtocol(Optional.ofNullable(redirect.protocol()));
        Optional.ofNullable(redirect.httpRedirectCode())
                .filter(code -> !code.matches("3\\d\\d") || code.equals("300"))
                .ifPresent(code -> {
                    throw invalid("The provided HTTP redirect code (" + code
                            + ") is not valid. Valid codes are 3XX except 300.");
                });
    }

    private static void checkCondition(Condition condition) {
        Optional<String> code = Optional.ofNullable(condition.httpErrorCodeReturnedEquals());
        if (code.isEmpty() && condition.keyPrefixEquals() == null) {
            throw invalid(
                    "Condition cannot be empty. To redirect all requests without a condition, the condition element"
                            + " shouldn't be present.");
        }
        code.filter(each -> !each.matches("[45]\\d\\d")).ifPresent(each -> {
            throw invalid("The provided HTTP error code (" + each + ") is not valid. Valid codes are 4XX or 5XX.");
        });
    }

    private static void checkProtocol(Optional<Protocol> protocol) {
        if (protocol.equals(Optional.of(Protocol.UNKNOWN_TO_SDK_VERSION))) {
            throw invalid(
                    "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected"
                            + " automatically.");
        }
    }

    private static AwsServiceException invalid(String message) {
        return Failure.INVALID_REQUEST.exception(message);
    }
}
