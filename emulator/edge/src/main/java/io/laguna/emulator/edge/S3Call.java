package io.laguna.emulator.edge;

import io.laguna.emulator.s3.S3Listener;

/** A call of S3, whose operation S3's handler finds out. */
record S3Call(Call call) implements S3Listener {
    @Override
    public void operation(String name) {
        call.goesTo(S3Handler.NAME, name);
    }

    @Override
    public void unexpected(Throwable failure) {
        call.failed(failure);
    }
}
