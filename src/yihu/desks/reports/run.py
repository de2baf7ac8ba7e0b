"""x"""
def run_page(*a):
    raise NotImplementedError
