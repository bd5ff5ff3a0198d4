package io.laguna.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection to a server of HTTP/1.1 on this machine, kept alive as long as the server lets it. It does so little itself
 * that what is measured is the server: an SDK's client costs as much of a core as a server of S3.
 */
final class HttpConnection implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final int TIMEOUT_MILLIS = 120_000;

    /** The headers that SDKs send; a server that takes any credentials reads them all the same. */
    private static final String SIGNED = "Host: 127.0.0.1:%d\r\n"
            + "Authorization: AWS4-HMAC-SHA256 Credential=laguna/20260101/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=" + "0".repeat(64) + "\r\n"
            + "X-Amz-Content-Sha256: UNSIGNED-PAYLOAD\r\nX-Amz-Date: 20260101T000000Z\r\n";

    private final int port;
    private final String signed;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** The body of a request. */
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    private HttpConnection(int port) throws IOException {
        this.port = port;
        this.signed = String.format(Locale.ROOT, SIGNED, port);
        open();
    }

    static HttpConnection to(int port) throws IOException {
        return new HttpConnection(port);
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 13);
        out = socket.getOutputStream();
    }

    /** Sends a request without a body. */
    long send(String method, String path, OutputStream answer) throws IOException {
        return send(method, path, 0, nothing -> {}, answer);
    }

    /**
     * Sends a request.
     *
     * @param answer takes the body of the answer
     * @return the length of that body
     * @throws IOException also for every status but one of success
     */
    long send(String method, String path, long length, Body body, OutputStream answer) throws IOException {
        String framing = length > 0 || method.equals("PUT") ? "Content-Length: " + length + "\r\n" : "";
        out.write((method + " " + path + " HTTP/1.1\r\n" + signed + framing + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(out);
        return receive(method, path, answer);
    }

    private long receive(String method, String path, OutputStream answer) throws IOException {
        String status = line();
        long announced = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced =
                        Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        long bytes = chunked ? chunks(answer) : copy(announced, answer);
        if (last) {
            close();
            open();
        }
        if (status.indexOf(" 2") != "HTTP/1.1".length()) {
            throw new IOException(method + " " + path + " was answered " + status);
        }
        return bytes;
    }

    private long chunks(OutputStream answer) throws IOException {
        long all = 0;
        for (long size = size(line()); size > 0; size = size(line())) {
            all += copy(size, answer);
            line();
        }
        line();
        return all;
    }

    private static long size(String chunk) {
        int semicolon = chunk.indexOf(';');
        return Long.parseLong(semicolon < 0 ? chunk : chunk.substring(0, semicolon), 16);
    }

    private long copy(long length, OutputStream answer) throws IOException {
        for (long left = length; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (count < 0) {
                throw new EOFException("An answer ends " + left + " bytes too early");
            }
            answer.write(buffer, 0, count);
            left -= count;
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
