package io.laguna.glue.bookmark;

/** A value of {@code --job-bookmark-option}. */
public enum BookmarkOption {
    ENABLE("job-bookmark-enable"),
    PAUSE("job-bookmark-pause"),
    DISABLE("job-bookmark-disable");

    private final String text;

    BookmarkOption(String text) {
        this.text = text;
    }

    /** Returns the option of a text. */
    public static BookmarkOption of(String text) {
        for (BookmarkOption option : values()) {
            if (option.text.equals(text)) {
                return option;
            }
        }
        throw new IllegalArgumentException("No bookmark option: " + text);
    }
}
