package io.laguna.emulator.edge.form;

import io.laguna.emulator.edge.payload.BodyRefusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with a file: its fields, and the file as it comes. Fields behind the file are not read, as S3 does not.
 *
 * @param fields by name in lower case
 * @param fileName as the browser says it
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc7578">RFC 7578</a>
 */
public record MultipartForm(Map<String, String> fields, Optional<String> fileName, InputStream file) {
    private static final int MOST_FIELD_BYTES = 20 << 10;
    private static final int BUFFER = 64 << 10;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=(?:\"([^\"]*)\"|([^;\\s]+))");

    /** Reads up to the file. */
    public static MultipartForm read(String contentType, InputStream body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw malformed("Its Content-Type names no boundary");
        }
        byte[] delimiter = ("\r\n--" + group(boundary)).getBytes(StandardCharsets.UTF_8);
        InputStream in = new BufferedInputStream(body, BUFFER);
        // The first delimiter has no end of a line before it, but where there is a preamble.
        skip(new DelimitedStream(in, delimiter, 2));
        Map<String, String> fields = new LinkedHashMap<>();
        while (!isLast(in)) {
            Map<String, String> headers = headers(in);
            String disposition = headers.getOrDefault("content-disposition", "");
            Matcher name = NAME.matcher(disposition);
            if (!name.find()) {
                throw malformed("A part has no name");
            }
            String field = group(name).toLowerCase(Locale.ROOT);
            DelimitedStream content = new DelimitedStream(in, delimiter, 0);
            if (field.equals("file")) {
                Matcher file = FILE_NAME.matcher(disposition);
                return new MultipartForm(fields, file.find() ? Optional.of(group(file)) : Optional.empty(), content);
            }
            fields.put(field, text(content));
        }
        throw new BodyRefusal(400, "InvalidArgument", "POST requires exactly one file upload per request.");
    }

    private static String group(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /**
     * Tells whether a delimiter was the last: after one comes the end of its line, or two dashes and the end of all.
     */
    private static boolean isLast(InputStream in) throws IOException {
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            return true;
        }
        if (first != '\r' || second != '\n') {
            throw malformed("A boundary is not on a line of its own");
        }
        return false;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String line = line(in);
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            line = line(in);
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet != '\n') {
            if (octet < 0 || line.size() > MOST_FIELD_BYTES) {
                throw malformed("A part has no headers");
            }
            if (octet != '\r') {
                line.write(octet);
            }
            octet = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static String text(DelimitedStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_FIELD_BYTES + 1);
        if (bytes.length > MOST_FIELD_BYTES) {
            throw new BodyRefusal(
                    400,
                    "MaxPostPreDataLengthExceededError",
                    "Your POST request fields preceding the upload file were too large.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void skip(DelimitedStream preamble) throws IOException {
        preamble.transferTo(OutputStream.nullOutputStream());
    }

    private static BodyRefusal malformed(String why) {
        return new BodyRefusal(
                400,
                "MalformedPOSTRequest",
                "The body of your POST request is not well-formed multipart/form-data. " + why + ".");
    }
}
