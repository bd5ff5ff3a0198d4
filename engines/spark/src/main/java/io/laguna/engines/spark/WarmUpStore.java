package io.laguna.engines.spark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server with as much of S3 as S3A's warm-up needs, in this JVM's memory, so that the lake's buckets are left alone.
 * The server is gone before the first job comes.
 */
final class WarmUpStore implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
    private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";
    private static final int NOTHING = -1;

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "warm-up-store");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    WarmUpStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            String key = path.length > 2 ? path[2] : "";
            Map<String, String> query = query(exchange.getRequestURI().getQuery());
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, query, key, content(exchange, body));
                case "GET", "HEAD" -> {
                    if (key.isEmpty()) {
                        send(exchange, 200, listing(query));
                    } else {
                        object(exchange, key);
                    }
                }
                case "POST" -> send(exchange, 200, post(query, key, new String(body, StandardCharsets.UTF_8)));
                default -> {
                    objects.remove(key);
                    exchange.sendResponseHeaders(204, NOTHING);
                }
            }
        }
    }

    private void put(HttpExchange exchange, Map<String, String> query, String key, byte[] content) throws IOException {
        String copied = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
        if (copied != null) {
            byte[] source = objects.get(
                    URLDecoder.decode(copied, StandardCharsets.UTF_8).replaceFirst("^/?[^/]*/", ""));
            objects.put(key, source);
            send(exchange, 200, "<CopyObjectResult><ETag>" + etag(source) + "</ETag></CopyObjectResult>");
            return;
        }
        String part = query.getOrDefault("partNumber", "");
        objects.put(part.isEmpty() ? key : partKey(key, Integer.parseInt(part)), content);
        exchange.getResponseHeaders().set("ETag", etag(content));
        exchange.sendResponseHeaders(200, NOTHING);
    }

    private String post(Map<String, String> query, String key, String body) {
        if (query.containsKey("uploads")) {
            return "<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>";
        }
        if (query.containsKey("uploadId")) {
            NavigableMap<String, byte[]> parts = objects.subMap(partKey(key, 0), true, partKey(key, 99_999), true);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            parts.values().forEach(whole::writeBytes);
            parts.clear();
            objects.put(key, whole.toByteArray());
            return "<CompleteMultipartUploadResult><Key>" + key + "</Key><ETag>" + etag(whole.toByteArray())
                    + "</ETag></CompleteMultipartUploadResult>";
        }
        KEY.matcher(body).results().forEach(deleted -> objects.remove(deleted.group(1)));
        return "<DeleteResult></DeleteResult>";
    }

    private String listing(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        boolean folders = query.containsKey("delimiter");
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object -> {
                    int slash = folders ? object.getKey().indexOf('/', prefix.length()) : NOTHING;
                    return slash >= 0
                            ? "<CommonPrefixes><Prefix>" + object.getKey().substring(0, slash + 1)
                                    + "</Prefix></CommonPrefixes>"
                            : "<Contents><Key>" + object.getKey() + "</Key><Size>" + object.getValue().length
                                    + "</Size><ETag>" + etag(object.getValue())
                                    + "</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>";
                })
                .distinct()
                .collect(Collectors.joining(
                        "", "<ListBucketResult><IsTruncated>false</IsTruncated>", "</ListBucketResult>"));
    }

    private void object(HttpExchange exchange, String key) throws IOException {
        byte[] content = objects.get(key);
        if (content == null) {
            exchange.sendResponseHeaders(404, NOTHING);
            return;
        }
        exchange.getResponseHeaders().set("ETag", etag(content));
        exchange.getResponseHeaders().set("Last-Modified", MODIFIED);
        if ("HEAD".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, NOTHING);
            return;
        }
        String wanted = exchange.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(wanted == null ? "" : wanted);
        boolean partial = range.matches();
        int from = partial ? Integer.parseInt(range.group(1)) : 0;
        int to = partial && !range.group(2).isEmpty()
                ? Math.min(content.length, Integer.parseInt(range.group(2)) + 1)
                : content.length;
        if (partial) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(partial ? 206 : 200, to - from);
        exchange.getResponseBody().write(content, from, to - from);
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }

    /**
     * Returns the bytes of a request's body without the SDK's signed chunks: each chunk is a length in hexadecimal, a
     * line end, that many bytes, and a line end.
     */
    private static byte[] content(HttpExchange exchange, byte[] body) {
        String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (hash == null || !hash.startsWith("STREAMING")) {
            return body;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int lineEnd = at;
            while (body[lineEnd] != '\n') {
                lineEnd++;
            }
            String length = new String(body, at, lineEnd - at - 1, StandardCharsets.US_ASCII).replaceAll(";.*", "");
            int size = Integer.parseInt(length, 16);
            if (size == 0) {
                break;
            }
            content.writeBytes(Arrays.copyOfRange(body, lineEnd + 1, lineEnd + 1 + size));
            at = lineEnd + 1 + size + 2;
        }
        return content.toByteArray();
    }

    private static Map<String, String> query(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> pair.length > 1 ? pair[1] : "", (first, second) -> first));
    }

    private static String partKey(String key, int number) {
        return String.format("%s\0%05d", key, number);
    }

    private static String etag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(content);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
