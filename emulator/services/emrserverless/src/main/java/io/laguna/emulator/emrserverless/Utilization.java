package io.laguna.emulator.emrserverless;

import java.time.Duration;
import software.amazon.awssdk.services.emrserverless.model.ResourceUtilization;
import software.amazon.awssdk.services.emrserverless.model.TotalResourceUtilization;

/**
 * The resources that a job run would have used on AWS: the workers it asked for, as long as it ran here.
 *
 * @param workers how many there were
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_ResourceUtilization.html">ResourceUtilization</a>
 */
record Utilization(Resources resources, long workers, Duration duration) {
    /** https://aws.amazon.com/emr/pricing/: "a minimum of one minute", and 20 GB of storage per worker are free. */
    private static final Duration LEAST_BILLED = Duration.ofMinutes(1);

    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    TotalResourceUtilization total() {
        return TotalResourceUtilization.builder()
                .vcpuHour(hours(resources.cpu(), duration))
                .memoryGBHour(hours(resources.memory(), duration))
                .storageGBHour(hours(resources.disk(), duration))
                .build();
    }

    ResourceUtilization billed() {
        Duration billed = duration.compareTo(LEAST_BILLED) < 0 ? LEAST_BILLED : duration;
        return ResourceUtilization.builder()
                .vcpuHour(hours(resources.cpu(), billed))
                .memoryGBHour(hours(resources.memory(), billed))
                .storageGBHour(hours(Math.max(0, resources.disk() - workers * Resources.DISK), billed))
                .build();
    }

    /** Returns hours in thousandths, as AWS gives them. */
    private static double hours(long amount, Duration duration) {
        return Math.round(amount * duration.toMillis() / MILLIS_PER_HOUR * 1000) / 1000.0;
    }
}
