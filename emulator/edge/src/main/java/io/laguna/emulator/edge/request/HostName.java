package io.laguna.emulator.edge.request;

import io.laguna.emulator.edge.guard.HostHeader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The meaning of a request's host: nothing, a service, or a bucket.
 *
 * @param service the first label, where it may be a service's
 * @param bucket of S3's virtual-host style; where there is no {@code s3} in the host, a service's name goes first
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Virtual hosting of buckets</a>
 */
public record HostName(Optional<String> service, Optional<String> bucket) {
    private static final HostName PLAIN = new HostName(Optional.empty(), Optional.empty());
    private static final HostName S3 = new HostName(Optional.of("s3"), Optional.empty());
    private static final String AWS_NAME = "amazonaws";
    private static final String AWS = "amazonaws\\.com(?:\\.cn)?";
    private static final String S3_LABEL = "s3(?:[.-](?:dualstack\\.)?[a-z]{2}(?:-[a-z]+)+-\\d)?";
    private static final Pattern AWS_S3 = Pattern.compile("(?:(.+)\\.)?" + S3_LABEL + "\\." + AWS);
    private static final Pattern OWN_S3 = Pattern.compile("(?:(.+)\\.)?" + S3_LABEL);
    private static final Pattern AWS_SERVICE = Pattern.compile("([a-z0-9-]+)(?:\\.[a-z0-9-]+)?\\." + AWS);

    /**
     * Reads a host.
     *
     * @param header the header, with or without a port
     * @param ownNames the names of the endpoint
     */
    static HostName parse(String header, List<String> ownNames) {
        String host = HostHeader.name(header);
        if (host.contains(AWS_NAME)) {
            Matcher s3 = AWS_S3.matcher(host);
            if (s3.matches()) {
                return s3(Optional.ofNullable(s3.group(1)));
            }
            Matcher service = AWS_SERVICE.matcher(host);
            if (service.matches()) {
                return new HostName(Optional.of(service.group(1)), Optional.empty());
            }
        }
        return ownNames.stream()
                .filter(name -> host.endsWith("." + name))
                .map(name -> ofLabels(host.substring(0, host.length() - name.length() - 1)))
                .findFirst()
                .orElse(PLAIN);
    }

    /**
     * Reads the labels in front of an own name: {@code bucket}, {@code bucket.s3}, {@code bucket.s3.us-east-1},
     * {@code s3}, {@code glue}, {@code glue.us-east-1}.
     */
    private static HostName ofLabels(String labels) {
        Matcher s3 = OWN_S3.matcher(labels);
        if (s3.matches()) {
            return s3(Optional.ofNullable(s3.group(1)));
        }
        int dot = labels.indexOf('.');
        return new HostName(Optional.of(dot < 0 ? labels : labels.substring(0, dot)), Optional.of(labels));
    }

    private static HostName s3(Optional<String> bucket) {
        return bucket.isPresent() ? new HostName(S3.service(), bucket) : S3;
    }
}
