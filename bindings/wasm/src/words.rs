//! The words of the built-in policies travel beside the module: `words.js` has them.

#[cfg(target_arch = "wasm32")]
mod beside {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(raw_module = "./words.js")]
    extern "C" {
        /// The lines of a policy's texts, by its id.
        #[wasm_bindgen(js_name = wordsOf)]
        fn words_of(id: &str) -> String;
    }

    /// Before anything else: says where the words are.
    #[wasm_bindgen(start)]
    fn start() {
        qiaolian::give_texts(words_of);
    }
}
