package io.laguna.emulator.emrserverless;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of EMR.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/release-versions.html">EMR Serverless
 *     releases</a>: 6.6.0 is the first
 */
record Release(int major, int minor) implements Comparable<Release> {
    /** https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/applications-concurrency-queuing.html */
    static final Release QUEUES = new Release(7, 0);

    /** The first release with queues unless it is configured otherwise, from the same page. */
    static final Release QUEUES_BY_DEFAULT = new Release(7, 3);

    /** https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-resiliency.html */
    static final Release RETRIES = new Release(7, 1);

    private static final Release FIRST = new Release(6, 6);
    private static final Pattern LABEL = Pattern.compile("emr-([67])\\.(\\d{1,2})\\.\\d{1,2}(-latest)?");

    /** @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when it is no such release */
    static Release of(String label) {
        Matcher parts = LABEL.matcher(label);
        if (parts.matches()) {
            Release release = new Release(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (release.has(FIRST)) {
                return release;
            }
        }
        throw Failures.invalid("The release label " + label
                + " is not one of EMR Serverless: emr-6.6.0 and later, and emr-7.x.x, are.");
    }

    /** Whether it has what that release brought. */
    boolean has(Release feature) {
        return compareTo(feature) >= 0;
    }

    @Override
    public int compareTo(Release other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }
}
