package io.laguna.emulator.s3.store;

import io.laguna.emulator.s3.store.bucket.BucketRemoval;
import io.laguna.emulator.s3.store.bucket.Buckets;
import io.laguna.emulator.s3.store.layout.AccountDocuments;
import io.laguna.emulator.s3.store.layout.Attributes;
import io.laguna.emulator.s3.store.layout.BucketFolders;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.listing.FilesByHand;
import io.laguna.emulator.s3.store.listing.Listings;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.upload.Uploads;
import io.laguna.emulator.s3.store.version.Events;
import io.laguna.emulator.s3.store.version.Rooms;
import io.laguna.emulator.s3.store.version.StoredObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The store of all that S3 keeps: the folder of the buckets, opened by the one process that may change it through S3. */
public final class Store {
    private final Buckets buckets;
    private final StoredObjects objects;
    private final Listings listings;
    private final Uploads uploads;
    private final AccountDocuments accounts;
    private final FilesByHand byHand;

    private Store(Rooms rooms) {
        this.buckets = new Buckets(rooms.buckets(), new BucketRemoval(rooms.buckets(), rooms.records()));
        this.objects = new StoredObjects(rooms);
        this.listings = new Listings(rooms);
        this.uploads = new Uploads(rooms, objects);
        this.accounts = new AccountDocuments(rooms.buckets());
        this.byHand = new FilesByHand(rooms);
    }

    /**
     * Opens a folder of buckets, which is made if it is missing, and removes what a process that died was writing.
     *
     * @param listener told of every object that came or went, after it happened, by the thread that made it happen
     */
    public static Store open(Path folder, Consumer<ObjectEvent> listener) {
        return open(folder, listener, Attributes.EXTENDED);
    }

    static Store open(Path folder, Consumer<ObjectEvent> listener, Attributes attributes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failed.because("make", folder, e);
        }
        BucketFolders buckets = new BucketFolders(folder.toAbsolutePath().normalize());
        new Sweep(buckets).run();
        return new Store(Rooms.of(buckets, attributes, new Events(listener)));
    }

    public Buckets buckets() {
        return buckets;
    }

    public StoredObjects objects() {
        return objects;
    }

    public Listings listings() {
        return listings;
    }

    public Uploads uploads() {
        return uploads;
    }

    public FilesByHand byHand() {
        return byHand;
    }

    public AccountDocuments accounts() {
        return accounts;
    }
}
