package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** The object that a copy is made of. */
public record CopySource(String bucket, String key, Optional<String> versionId) {
    private static final String VERSION = "?versionId=";

    /** From the header, or from the members that the SDK's clients make it of. */
    public static CopySource of(SdkPojo request) {
        Optional<String> header = Members.text(request, "CopySource");
        return header.isPresent() ? parse(header.get()) : ofMembers(request);
    }

    private static CopySource ofMembers(SdkPojo request) {
        return new CopySource(
                Members.text(request, "SourceBucket").orElseThrow(() -> wrong("")),
                Members.text(request, "SourceKey").orElseThrow(() -> wrong("")),
                Members.text(request, "SourceVersionId"));
    }

    /**
     * {@code /bucket/key?versionId=…}, percent-encoded or not. A plus is a space, as Terraform writes it.
     *
     * @see <a href="https://github.com/aws/aws-cli/issues/614">A plus itself is %2B</a>
     */
    private static CopySource parse(String header) {
        int mark = header.lastIndexOf(VERSION);
        Optional<String> version = mark < 0 ? Optional.empty() : Optional.of(header.substring(mark + VERSION.length()));
        String path = decoded(mark < 0 ? header : header.substring(0, mark), header);
        if (path.startsWith("arn:")) {
            throw Failure.NOT_IMPLEMENTED.exception("not implemented by Laguna: copies from access points");
        }
        String relative = path.startsWith("/") ? path.substring(1) : path;
        int slash = relative.indexOf('/');
        if (slash <= 0 || slash == relative.length() - 1) {
            throw wrong(header);
        }
        return new CopySource(relative.substring(0, slash), relative.substring(slash + 1), version);
    }

    private static String decoded(String text, String header) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(header);
        }
    }

    private static AwsServiceException wrong(String header) {
        return Arguments.invalid(
                "x-amz-copy-source",
                header,
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }
}
