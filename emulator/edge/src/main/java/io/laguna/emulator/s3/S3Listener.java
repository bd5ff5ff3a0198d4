package io.laguna.emulator.s3;

/** A listener to a request of S3, called before the exchange ends. */
public interface S3Listener {
    /** Called when it is known which operation the request asks for: {@code PutObject}. */
    void operation(String name);

    /** Called when S3 could not answer, for a reason that is no fault of the client's. */
    void unexpected(Throwable failure);
}
