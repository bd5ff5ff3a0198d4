package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.iam.rule.Failures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of statements, which are ARNs with wildcards. */
final class Resources {
    private static final Set<String> PARTITIONS =
            Set.of("*", "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");
    private static final List<String> OF_IAM = List.of(
            "user/",
            "federated-user/",
            "role/",
            "group/",
            "instance-profile/",
            "mfa/",
            "server-certificate/",
            "policy/",
            "sms-mfa/",
            "saml-provider/",
            "oidc-provider/",
            "report/",
            "access-report/");
    /** The resources that S3 has in one region: buckets, whose ARNs name none, are not among them. */
    private static final List<String> OF_S3_REGIONS =
            List.of("*", "accesspoint", "access-grants", "async-request", "job/", "storage-lens");

    private static final int PARTS = 6;

    private Resources() {}

    /** Tells whether the older of AWS's two parsers takes all resources that are ARNs at all. */
    static boolean areParsed(JsonNode resources) {
        return PolicyDocument.values(resources).stream()
                .map(JsonNode::asText)
                .filter(resource -> !resource.equals("*") && objection(resource).isEmpty())
                .allMatch(resource -> {
                    String[] parts = resource.split(":", -1);
                    return (parts.length >= PARTS || !resource.contains("::"))
                            && parts.length > 2
                            && !parts[2].isEmpty();
                });
    }

    /** Refuses a resource that is no ARN. The last in the order of their letters is told first, as AWS does. */
    static void check(JsonNode resources) {
        List<String> sorted = new ArrayList<>();
        PolicyDocument.values(resources).forEach(resource -> sorted.add(resource.asText()));
        sorted.sort(Collections.reverseOrder());
        sorted.stream()
                .filter(resource -> !resource.equals("*"))
                .flatMap(resource -> objection(resource).stream())
                .findFirst()
                .ifPresent(objection -> {
                    throw Failures.malformed(objection);
                });
    }

    private static Optional<String> objection(String resource) {
        String[] parts = resource.split(":", PARTS);
        if (parts.length == 1) {
            return Optional.of("Resource " + resource + " must be in ARN format or \"*\".");
        }
        if (!PARTITIONS.contains(parts[1])) {
            return Optional.of("Partition \"" + parts[1] + "\" is not valid for resource \"arn:" + parts[1] + ":"
                    + part(parts, 2) + ":" + part(parts, 3) + ":" + part(parts, 4) + ":" + part(parts, 5) + "\".");
        }
        if (parts.length == 2) {
            return Optional.of("Resource vendor must be fully qualified and cannot contain regexes.");
        }
        return ofService(resource, parts);
    }

    private static Optional<String> ofService(String resource, String[] parts) {
        boolean hasRegion = parts.length > 3 && !parts[3].isEmpty();
        String place = parts.length < PARTS ? "" : parts[5];
        if (parts[2].equals("iam") && hasRegion) {
            return Optional.of("IAM resource " + resource + " cannot contain region information.");
        }
        if (parts[2].equals("s3") && hasRegion && OF_S3_REGIONS.stream().noneMatch(place::startsWith)) {
            return Optional.of("Resource " + resource + " can not contain region information.");
        }
        boolean isPlace =
                place.startsWith("*") || place.equals("root") || OF_IAM.stream().anyMatch(place::startsWith);
        return parts[2].equals("iam") && !place.isEmpty() && !isPlace
                ? Optional.of("IAM resource path must either be \"*\" or start with " + String.join(", ", OF_IAM) + ".")
                : Optional.empty();
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? parts[index] : "*";
    }
}
