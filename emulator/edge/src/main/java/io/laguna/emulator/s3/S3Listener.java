package io.laguna.emulator.s3;

/** A listener to a request of S3, told of it before the exchange ends. */
public interface S3Listener {
    /** The request asks for this operation: {@code PutObject}. */
    void operation(String name);

    /** S3 could not answer, for a reason that is no fault of the client's. */
    void unexpected(Throwable failure);
}
