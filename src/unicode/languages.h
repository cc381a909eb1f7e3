/* Made by src/lang/languages. */
