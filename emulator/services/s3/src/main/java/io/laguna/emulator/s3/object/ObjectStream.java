package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.store.object.OpenObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Bytes of an open object, which is closed with the stream. */
final class ObjectStream extends InputStream {
    private final OpenObject object;
    private long position;
    private long left;

    ObjectStream(OpenObject object, long start, long length) {
        this.object = object;
        this.position = start;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = object.bytes().read(ByteBuffer.wrap(buffer, start, (int) Math.min(length, left)), position);
        if (count < 0) {
            throw new IOException("The file of " + object.object().key() + " ends " + left + " bytes too early");
        }
        position += count;
        left -= count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    @Override
    public void close() {
        object.close();
    }
}
