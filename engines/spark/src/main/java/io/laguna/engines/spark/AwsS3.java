package io.laguna.engines.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The {@code aws s3} commands that steps use, where the {@code aws} command line is not installed.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/s3/">aws s3</a>
 */
public final class AwsS3 {
    private static final Set<String> COMMANDS = Set.of("cp", "sync", "mv", "rm", "ls", "mb", "rb");
    /** The exit code of the aws command line for a command that it cannot read. */
    private static final int NOT_A_COMMAND = 252;

    private AwsS3() {}

    /** Ends with 1 when something was not done, and with 252 when it cannot be done here. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 2 || !words.get(0).equals("s3") || !COMMANDS.contains(words.get(1))) {
            System.err.println("aws: only `aws s3 cp|sync|mv|rm|ls|mb|rb` is built in. Install the aws command line"
                    + " (apt-get install awscli, or pip install awscli) for: aws " + String.join(" ", words));
            System.exit(NOT_A_COMMAND);
        }
        AwsS3Options options;
        try {
            options = AwsS3Options.of(words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            System.err.println("aws: " + e.getMessage());
            System.exit(NOT_A_COMMAND);
            return;
        }
        boolean done;
        try (S3Client s3 = client(options)) {
            done = run(s3, options, System.out);
        } catch (SdkException e) {
            System.err.println("fatal error: " + e.getMessage());
            done = false;
        }
        System.exit(done ? 0 : 1);
    }

    private static boolean run(S3Client s3, AwsS3Options options, PrintStream out) throws IOException {
        AwsS3Buckets buckets = new AwsS3Buckets(s3, options, out);
        return switch (options.command()) {
            case "ls" -> buckets.list();
            case "mb" -> buckets.make();
            case "rb" -> buckets.remove();
            default -> new AwsS3Transfers(s3, options, out).run();
        };
    }

    private static S3Client client(AwsS3Options options) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder())
                .forcePathStyle(true)
                .region(Region.of(options.region()
                        .or(() -> variable("AWS_REGION"))
                        .or(() -> variable("AWS_DEFAULT_REGION"))
                        .orElse("us-east-1")));
        options.endpoint()
                .or(() -> variable("AWS_ENDPOINT_URL_S3"))
                .or(() -> variable("AWS_ENDPOINT_URL"))
                .ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
        return builder.build();
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
