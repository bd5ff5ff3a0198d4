package io.laguna.emulator.s3.upload;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The part of an object that is copied; other than that of a read it has to be wholly there. */
record CopyRange(long start, long length) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    static CopyRange parse(String header, long whole) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            throw wrong(
                    header,
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the"
                            + " zero-based offsets of the first and last bytes to copy");
        }
        long first = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        if (last < first) {
            throw wrong(
                    header,
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the"
                            + " zero-based offsets of the first and last bytes to copy");
        }
        if (last >= whole) {
            throw Failure.INVALID_RANGE.exception("Range specified is not valid for source object of size: " + whole);
        }
        return new CopyRange(first, last - first + 1);
    }

    private static AwsServiceException wrong(String header, String message) {
        return Arguments.invalid("x-amz-copy-source-range", header, message);
    }
}
