package io.laguna.engines.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A packet by which a server of MySQL refuses a connection before it has greeted the client; clients show its message.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_err_packet.html">ERR_Packet</a>
 */
final class MySqlRefusal {
    private static final int ERROR = 0xFF;

    /** ER_SERVER_SHUTDOWN. */
    private static final int SERVER_SHUTDOWN = 1053;

    private static final int LONGEST_MESSAGE = 512;

    private MySqlRefusal() {}

    /** Returns the packet's bytes. A long message loses its end. */
    static byte[] packet(String message) {
        byte[] text = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE))
                .getBytes(StandardCharsets.UTF_8);
        int length = 1 + 2 + text.length;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(length);
        packet.write(length >> 8);
        packet.write(length >> 16);
        packet.write(0);
        packet.write(ERROR);
        packet.write(SERVER_SHUTDOWN);
        packet.write(SERVER_SHUTDOWN >> 8);
        packet.writeBytes(text);
        return packet.toByteArray();
    }
}
