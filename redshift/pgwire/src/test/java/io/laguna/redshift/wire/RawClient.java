package io.laguna.redshift.wire;

import io.laguna.redshift.wire.RunningCluster.Running;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends bytes as it likes, and reads answers only when it is told to. */
final class RawClient implements Closeable {
    private static final int PROTOCOL_3 = 3 << 16;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;

    RawClient(Running cluster) throws IOException {
        socket = new Socket("localhost", cluster.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Returns a client that is let in, by its password in clear text. */
    static RawClient admitted(Running cluster) throws IOException {
        RawClient client = new RawClient(cluster);
        client.start("user\0clear\0database\0" + RunningCluster.DATABASE + "\0driver_version\0raw\0\0");
        client.readMessage();
        client.send('p', (RunningCluster.PASSWORD + "\0").getBytes(StandardCharsets.UTF_8));
        client.typesUpToReady();
        return client;
    }

    void start(String parameters) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        byte[] content = parameters.getBytes(StandardCharsets.UTF_8);
        out.writeInt(content.length + 8);
        out.writeInt(PROTOCOL_3);
        out.write(content);
        raw(message.toByteArray());
    }

    void query(String text) throws IOException {
        send('Q', (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a statement by the extended protocol, without a Sync. */
    void prepared(String text) throws IOException {
        send('P', ("\0" + text + "\0\0\0").getBytes(StandardCharsets.UTF_8));
        send('B', new byte[8]);
        send('E', new byte[5]);
    }

    void send(char type, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
        raw(message.toByteArray());
    }

    void raw(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads up to ReadyForQuery and returns how many messages of each type there were. */
    Map<Character, Integer> typesUpToReady() throws IOException {
        Map<Character, Integer> types = new TreeMap<>();
        char type;
        do {
            type = readMessage();
            types.merge(type, 1, Integer::sum);
        } while (type != 'Z');
        return types;
    }

    /** Reads one message and returns its type. */
    char readMessage() throws IOException {
        char type = (char) in.readByte();
        in.skipNBytes(in.readInt() - 4L);
        return type;
    }

    /** Reads to the end of the connection and returns what came. */
    byte[] readToEnd() throws IOException {
        return in.readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
