package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.call.Failure;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A part of an object's bytes.
 *
 * @param start of the part
 * @param length of the part
 * @param whole bytes of the object
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9110#name-range-requests">RFC 9110, Range requests</a>
 */
record Ranges(long start, long length, long whole) {
    private static final Pattern FORM = Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)");

    /** Longer numbers are beyond every object. */
    private static final int MOST_DIGITS = 18;

    /** Reads a header; empty for what is no range of one part, which is as if it was not said. */
    static Optional<Ranges> of(String header, long whole) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), whole, header));
        }
        long start = number(first);
        long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (end < start) {
            return Optional.empty();
        }
        if (start >= whole) {
            throw unsatisfiable(header, whole);
        }
        return Optional.of(new Ranges(start, Math.min(end, whole - 1) - start + 1, whole));
    }

    private static Ranges suffix(long count, long whole, String header) {
        if (count == 0 || whole == 0) {
            throw unsatisfiable(header, whole);
        }
        long length = Math.min(count, whole);
        return new Ranges(whole - length, length, whole);
    }

    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static AwsServiceException unsatisfiable(String header, long whole) {
        return Failure.INVALID_RANGE.exception(
                Failure.INVALID_RANGE.message(),
                Map.of("RangeRequested", header, "ActualObjectSize", Long.toString(whole)));
    }

    /** Returns the header of an answer, such as {@code bytes 0-9/10}. */
    String contentRange() {
        return length == 0 ? "bytes */" + whole : "bytes " + start + "-" + (start + length - 1) + "/" + whole;
    }
}
